/** The demonstration: the last half year of a district, made with the engine's own actions as if it had happened. */
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
