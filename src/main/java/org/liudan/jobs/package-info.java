/** Work that processes share: leases with back-off, and threads for recurring jobs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "organisation"})
package org.liudan.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
