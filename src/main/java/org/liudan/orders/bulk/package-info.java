/** Enters, changes and undoes many subjects at once, each decided as its form would be. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "engine.decision",
            "engine.method",
            "engine.order",
            "orders.access",
            "orders.desk",
            "orders.store",
            "organisation",
            "privacy"
        })
package org.liudan.orders.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
