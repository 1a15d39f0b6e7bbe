/** Regions, units, posts and categories of the district. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine.method", "engine.order", "rulebook"})
package org.liudan.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
