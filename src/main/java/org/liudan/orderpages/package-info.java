/** The pages for work on orders: desk, ledger, one order, lists worked through one order at a time, and what is printed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "engine.decision",
            "engine.method",
            "engine.order",
            "identity",
            "orders.access",
            "orders.attachments",
            "orders.desk",
            "orders.forms",
            "orders.search",
            "orders.store",
            "orders.wording",
            "organisation",
            "privacy",
            "rulebook",
            "web"
        })
package org.liudan.orderpages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
