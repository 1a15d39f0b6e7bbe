/** What the administrator sets: holidays and business hours. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "calendar", "engine.method", "organisation", "rulebook"})
package org.liudan.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
