/** Where things are: coordinates, the shapes of regions, and which region a point lies in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "people"})
package org.liudan.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
