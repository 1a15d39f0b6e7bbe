/** Grids below the communities: who works in them, what lies in them, and drawing them anew. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "rulebook", "people", "batches", "geo", "kit"})
package org.liudan.grids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
