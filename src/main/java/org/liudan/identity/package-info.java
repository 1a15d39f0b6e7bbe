/** Accounts, passwords, who somebody is and in which post they act. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"audit", "database", "engine.method", "engine.order", "organisation", "privacy"})
package org.liudan.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
