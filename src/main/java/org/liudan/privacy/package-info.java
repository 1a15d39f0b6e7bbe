/** Seals personal data for storage, and masks it on pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.liudan.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
