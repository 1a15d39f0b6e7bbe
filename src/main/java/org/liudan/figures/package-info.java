/** Figures over orders: each is the count of a filter, so that it opens the orders behind it. Closed orders are counted ahead. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "database",
            "engine.method",
            "engine.order",
            "identity",
            "jobs",
            "orders.access",
            "orders.search",
            "orders.store",
            "orders.wording",
            "organisation",
            "rulebook",
            "settings",
            "web"
        })
package org.liudan.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
