/** Which orders and subjects somebody may see, and finding them by number or tracking code. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine.order", "identity", "orders.store", "organisation", "privacy"})
package org.liudan.orders.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
