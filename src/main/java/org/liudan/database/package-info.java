/** The embedded PostgreSQL, which is used unless another one is configured; the health of the database; queries of lists. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.liudan.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
