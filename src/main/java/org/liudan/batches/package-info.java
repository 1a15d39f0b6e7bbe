/** The same action on many orders at once: each is done or refused by itself, and none is left half done. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine", "rulebook", "people", "orders", "kit"})
package org.liudan.batches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
