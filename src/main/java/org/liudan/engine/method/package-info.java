/** A method as data: its steps, actions, fields, clocks and guards. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine.order"})
package org.liudan.engine.method;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
