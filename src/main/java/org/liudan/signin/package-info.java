/** Signing in and out, changing the post in which a user acts, and changing one's own password. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine.method", "engine.order", "identity", "web"})
package org.liudan.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
