/** How orders, subjects and events are stored: their rows, their JSON, and the statements that write them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine.decision",
            "engine.method",
            "engine.order",
            "organisation",
            "privacy",
            "settings"
        })
package org.liudan.orders.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
