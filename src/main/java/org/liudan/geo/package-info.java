/** Coordinates, the shapes of regions, and which region a point lies in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "engine.method", "organisation"})
package org.liudan.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
