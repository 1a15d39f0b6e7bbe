/** Patrols: what somebody has to visit, on a phone and also where there is no signal, and who has not been visited. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"calendar", "engine", "rulebook", "people", "settings", "orders", "registers", "kit"})
package org.liudan.patrols;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
