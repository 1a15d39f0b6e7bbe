/** What every page is made of: layout, form parts, errors, words, and the wiring of security. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"engine", "people", "calendar", "settings", "database", "geo"},
        type = ApplicationModule.Type.OPEN)
package org.liudan.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
