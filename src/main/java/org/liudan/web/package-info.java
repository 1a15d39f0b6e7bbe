/** What every page is made of: layout, form parts, errors, words, and the security of requests. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "database",
            "engine.method",
            "engine.order",
            "geo",
            "identity",
            "organisation",
            "settings"
        },
        type = ApplicationModule.Type.OPEN)
package org.liudan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
