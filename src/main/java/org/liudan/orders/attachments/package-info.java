/** Photos and documents of orders: taken in, kept, and handed out. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine.method", "jobs", "organisation"})
package org.liudan.orders.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
