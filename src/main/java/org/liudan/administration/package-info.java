/** The pages of those who run the system: the calendar, the boundaries, the accounts, what was done, and whether the records are sound. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"calendar", "engine", "rulebook", "people", "settings", "geo", "orders", "kit"})
package org.liudan.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
