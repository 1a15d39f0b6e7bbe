/** Sends events to other programs, as signed requests to their addresses. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "api",
            "audit",
            "identity",
            "orders.stream",
            "organisation",
            "privacy",
            "programs",
            "web",
            "jobs"
        })
package org.liudan.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
