/** The pages where orders are raised and tracked: by residents, and by officers on their behalf. */
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
