/** Other programs that may call this one, and their tokens. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "engine.method",
            "engine.order",
            "identity",
            "organisation",
            "privacy",
            "settings",
            "web"
        })
package org.liudan.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
