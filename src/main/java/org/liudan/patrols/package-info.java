/** What somebody has to visit, on a phone and also without signal, and who has not been visited. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
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
            "registers",
            "rulebook",
            "settings",
            "web"
        })
package org.liudan.patrols;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
