/** How an order moves: pure rules over values, with no database, no framework and no clock of its own. */
@NullMarked
@ApplicationModule(allowedDependencies = "calendar")
package org.liudan.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
