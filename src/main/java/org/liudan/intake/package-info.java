/** Every door a matter comes in by: the resident's pages and the desk of whoever writes it down for them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "rulebook", "people", "orders", "settings", "kit", "calendar"})
package org.liudan.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
