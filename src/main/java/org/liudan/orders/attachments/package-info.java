/** Photos and documents of orders: checked, stored and sent to browsers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine.method", "jobs", "organisation"})
package org.liudan.orders.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
