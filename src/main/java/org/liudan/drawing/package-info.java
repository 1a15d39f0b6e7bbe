/** A method as people read it: drawn as a picture, and its parts in words. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine.method", "web"})
package org.liudan.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
