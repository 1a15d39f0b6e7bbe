/** All events in one sequence that never changes, for programs that follow them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine.order",
            "identity",
            "orders.access",
            "orders.store",
            "organisation",
            "settings"
        })
package org.liudan.orders.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
