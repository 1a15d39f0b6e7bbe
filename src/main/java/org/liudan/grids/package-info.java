/** Grids below the communities: who works in them, what lies in them, and drawing them anew. */
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
