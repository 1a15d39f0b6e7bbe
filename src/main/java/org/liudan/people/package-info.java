/** Regions, units, posts and persons: who there is, who they are signed in as, and what they may see. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "engine", "rulebook"})
package org.liudan.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
