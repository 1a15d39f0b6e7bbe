/** The demonstration: a district's last half year, told through the engine's own actions as it would have happened. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine", "geo", "orders", "people", "rulebook", "settings"})
package org.liudan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
