/** The rulebook for people: each method, its history, and where the administrator tries and publishes a change. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "drawing",
            "engine.decision",
            "engine.method",
            "engine.order",
            "identity",
            "orders.forms",
            "orders.search",
            "orders.wording",
            "organisation",
            "privacy",
            "rulebook",
            "web"
        })
package org.liudan.rulepages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
