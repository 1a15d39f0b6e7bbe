/** Finds clocks that fall due and clocks that a changed calendar moves, and acts on them through the order desk. */
@NullMarked
@ApplicationModule(allowedDependencies = {"jobs", "orders.desk", "organisation", "settings"})
package org.liudan.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
