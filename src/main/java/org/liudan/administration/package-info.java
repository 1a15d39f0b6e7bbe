/** The pages of those who run the system: the calendar, the accounts, what was done, and whether the records are sound. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine", "rulebook", "people", "settings", "orders", "kit"})
package org.liudan.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
