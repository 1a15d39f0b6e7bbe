/** Checks that every order follows from its events, and seals the events so that no one can remove them unnoticed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "engine.method",
            "engine.order",
            "jobs",
            "orders.store",
            "orders.stream",
            "organisation",
            "privacy",
            "rulebook"
        })
package org.liudan.orders.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
