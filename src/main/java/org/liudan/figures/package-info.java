/** Figures over orders: each is the count of a filter and links to its orders. Closed orders are precounted. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"jobs", 
            "calendar",
            "database",
            "engine.method",
            "engine.order",
            "identity",
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
