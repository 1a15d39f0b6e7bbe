/** Records what is done besides acting on orders, and reads it back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"organisation"})
package org.liudan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
