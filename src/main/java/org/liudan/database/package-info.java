/** The PostgreSQL that the program starts and looks after by itself when no other is configured, and how lists ask it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.liudan.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
