/** Lists of orders: filters, the queries made of them, and pages that continue after the last row of the page before. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "database",
            "engine.method",
            "engine.order",
            "identity",
            "orders.access",
            "orders.store",
            "organisation",
            "privacy",
            "rulebook",
            "settings"
        })
package org.liudan.orders.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
