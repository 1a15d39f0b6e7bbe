/** REST calls under {@code /api/v1}: what the pages do, for programs, with the rights of a post. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "database",
            "engine.decision",
            "engine.method",
            "engine.order",
            "figures",
            "identity",
            "intake",
            "orderpages",
            "orders.access",
            "orders.attachments",
            "orders.desk",
            "orders.forms",
            "orders.search",
            "orders.store",
            "orders.stream",
            "orders.wording",
            "organisation",
            "privacy",
            "programs",
            "registers",
            "rulebook",
            "web"
        })
package org.liudan.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
