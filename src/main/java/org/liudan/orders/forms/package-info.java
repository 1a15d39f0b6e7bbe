/** The form of an action: made for a page, and read from what was submitted. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine.method",
            "engine.order",
            "orders.attachments",
            "organisation",
            "privacy",
            "web"
        })
package org.liudan.orders.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
