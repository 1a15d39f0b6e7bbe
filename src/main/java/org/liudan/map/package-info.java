/** The map: orders and subjects where they are, for those who may see them, and the shapes of regions. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine",
            "rulebook",
            "people",
            "settings",
            "geo",
            "orders",
            "registers",
            "kit"
        })
package org.liudan.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
