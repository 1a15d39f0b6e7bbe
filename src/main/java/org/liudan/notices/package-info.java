/** Notices about events: so far they are only shown to the post concerned. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "engine.method",
            "engine.order",
            "identity",
            "orders.access",
            "orders.store",
            "organisation",
            "rulebook",
            "web"
        })
package org.liudan.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
