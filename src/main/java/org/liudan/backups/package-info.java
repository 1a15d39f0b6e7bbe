/** Writes everything that is kept into one file, and restores it from there. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "engine.method", "privacy"})
package org.liudan.backups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
