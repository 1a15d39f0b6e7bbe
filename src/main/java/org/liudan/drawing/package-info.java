/** Shows a method to people: as a drawing, and in words. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine.method", "web"})
package org.liudan.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
