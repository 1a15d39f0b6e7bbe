/** Everything that is kept, as one file, and back again from it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "engine", "people"})
package org.liudan.backups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
