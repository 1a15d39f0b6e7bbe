/** The demonstration: a district's last half year, told through the engine's own actions as it would have happened. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine.decision",
            "engine.order",
            "geo",
            "orders.desk",
            "organisation",
            "rulebook",
            "settings"
        })
package org.liudan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
