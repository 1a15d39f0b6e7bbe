/** Overdue orders: in a leader's communities, and by the unit that holds them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine.method",
            "engine.order",
            "identity",
            "orderpages",
            "orders.search",
            "orders.store",
            "orders.wording",
            "organisation",
            "rulebook",
            "web"
        })
package org.liudan.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
