/** What is late: what a leader's communities wait for, who is late, and where it is stuck. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine.method",
            "engine.order",
            "identity",
            "orderpages",
            "orders.search",
            "orders.store",
            "orders.wording",
            "organisation",
            "rulebook",
            "web"
        })
package org.liudan.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
