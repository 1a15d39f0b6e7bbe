/** The map: orders and subjects where they are, for those who may see them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine.method",
            "geo",
            "identity",
            "orders.search",
            "orders.store",
            "organisation",
            "registers",
            "rulebook",
            "web"
        })
package org.liudan.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
