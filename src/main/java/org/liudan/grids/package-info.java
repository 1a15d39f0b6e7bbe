/** Grids within communities: their workers, their contents, and changes to them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "batches",
            "engine.method",
            "engine.order",
            "geo",
            "identity",
            "orders.access",
            "organisation",
            "rulebook",
            "web"
        })
package org.liudan.grids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
