/**
 * Figures over orders: each one the count of a filter, so that it opens the orders behind it. What closed orders come to is
 * counted ahead and nothing else is written here.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"calendar", "engine", "rulebook", "database", "people", "settings", "orders", "kit"})
package org.liudan.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
