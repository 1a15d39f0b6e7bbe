/** Figures over orders: read-only, each one the count of a filter, so that it opens the orders behind it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine", "rulebook", "database", "people", "orders", "kit"})
package org.liudan.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
