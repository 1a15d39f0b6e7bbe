/** The same action on many orders: each order is done or refused independently, in its own transaction. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "engine.decision",
            "engine.method",
            "engine.order",
            "identity",
            "jobs",
            "orders.access",
            "orders.attachments",
            "orders.desk",
            "orders.forms",
            "orders.store",
            "orders.wording",
            "organisation",
            "rulebook",
            "web"
        })
package org.liudan.batches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
