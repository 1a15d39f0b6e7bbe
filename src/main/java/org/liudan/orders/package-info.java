/** Orders: the only place that writes them, and the lists and pages on which they are worked. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine", "rulebook", "database", "people", "settings", "kit"})
package org.liudan.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
