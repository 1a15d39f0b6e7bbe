/** Decides what an action, a message or a clock does to an order: pure functions without database, framework or clock. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine.method", "engine.order"})
package org.liudan.engine.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
