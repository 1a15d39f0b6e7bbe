/** Tells other programs what happens, by signed requests to their addresses. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "api",
            "audit",
            "identity",
            "jobs",
            "orders.stream",
            "organisation",
            "privacy",
            "programs",
            "web"
        })
package org.liudan.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
