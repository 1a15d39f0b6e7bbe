/** Orders, their history and their lists in the reader's words. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine.decision",
            "engine.method",
            "engine.order",
            "identity",
            "orders.attachments",
            "orders.desk",
            "orders.search",
            "orders.store",
            "organisation",
            "privacy",
            "rulebook",
            "web"
        })
package org.liudan.orders.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
