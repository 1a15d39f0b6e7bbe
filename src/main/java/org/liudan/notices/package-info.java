/** What is sent out when something happens: so far to the desk of the post concerned. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "people", "orders", "rulebook", "kit", "calendar"})
package org.liudan.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
