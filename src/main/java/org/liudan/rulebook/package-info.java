/** Reads and checks the district's written rules, and keeps their versions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine.method", "engine.order"})
package org.liudan.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
