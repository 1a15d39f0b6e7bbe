/** Signing in and out, changing the post one acts in, and one's own password. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "people", "kit"})
package org.liudan.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
