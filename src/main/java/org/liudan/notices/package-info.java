/** What is sent out when something happens: so far to the desk of the post concerned. */
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
