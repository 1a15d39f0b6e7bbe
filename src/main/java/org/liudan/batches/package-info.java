/** The same action on many orders at once: each is done or refused by itself, and none is left half done. */
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
