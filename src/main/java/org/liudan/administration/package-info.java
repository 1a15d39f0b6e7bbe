/** The pages of those who run the system: calendar, boundaries, accounts, programs, the audit, and whether the records are sound. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "api",
            "audit",
            "calendar",
            "engine.method",
            "engine.order",
            "geo",
            "identity",
            "orders.store",
            "orders.verification",
            "organisation",
            "programs",
            "settings",
            "web",
            "webhooks"
        })
package org.liudan.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
