/** The PostgreSQL that the program starts and looks after when no other is configured, its health, and how lists query it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.liudan.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
