/** Pressing what is late: what a leader's communities wait for, who is late, and where it is stuck. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "rulebook", "people", "orders", "kit", "calendar"})
package org.liudan.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
