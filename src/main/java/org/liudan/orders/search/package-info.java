/** Lists of orders: what a filter asks for, how it becomes a query, and pages that go on where the last one ended. */
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
