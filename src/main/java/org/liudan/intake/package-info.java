/** Every door a matter comes in by: the resident's pages and the desk of whoever writes it down for them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "engine.decision",
            "engine.method",
            "engine.order",
            "identity",
            "orders.access",
            "orders.attachments",
            "orders.desk",
            "orders.forms",
            "orders.store",
            "orders.wording",
            "organisation",
            "privacy",
            "rulebook",
            "settings",
            "web"
        })
package org.liudan.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
