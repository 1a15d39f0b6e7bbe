/** The same for programs: what the pages do as REST calls under {@code /api/v1}, with the rights of a post. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine",
            "rulebook",
            "people",
            "database",
            "settings",
            "orders",
            "intake",
            "administration",
            "figures",
            "registers",
            "kit"
        })
package org.liudan.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
