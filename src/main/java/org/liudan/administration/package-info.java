/** The pages for administrators: calendar, boundaries, accounts, programs, the audit, and verifying the stored orders. */
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
