/** The one door through which orders are written: reads, decides, writes, and tries again when somebody else was first. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine.decision",
            "engine.method",
            "engine.order",
            "jobs",
            "orders.access",
            "orders.store",
            "organisation",
            "privacy",
            "rulebook",
            "settings"
        })
package org.liudan.orders.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
