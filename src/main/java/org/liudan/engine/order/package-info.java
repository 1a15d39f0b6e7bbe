/** The state of one order: its events, its clocks, its links to others, and how the events fold into it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar"})
package org.liudan.engine.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
