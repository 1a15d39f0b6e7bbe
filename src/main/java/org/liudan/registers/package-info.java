/** Registers: the subjects that a district keeps an eye on, their lists, sums and months. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "database",
            "engine.decision",
            "engine.method",
            "engine.order",
            "identity",
            "orders.access",
            "orders.desk",
            "orders.store",
            "orders.wording",
            "organisation",
            "privacy",
            "rulebook",
            "settings",
            "web"
        })
package org.liudan.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
