/** Signing in and out, changing the post one acts in, and one's own password. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine.method", "engine.order", "identity", "web"})
package org.liudan.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
