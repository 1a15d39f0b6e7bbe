/** Writes the whole database into one file, and restores it from that file. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "engine.method", "privacy"})
package org.liudan.backups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
