/** Finds clocks that are due and clocks that a changed calendar moves, and acts on them through the order desk. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"jobs", "orders.attachments", "orders.desk", "orders.verification", "organisation", "settings"})
package org.liudan.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
