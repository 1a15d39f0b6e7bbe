/** Working days, business hours and the deadlines that follow from them. Knows nothing of orders. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.liudan.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
