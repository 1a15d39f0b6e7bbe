/** Registers: the subjects that a district supervises, with lists, sums and monthly figures. */
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
