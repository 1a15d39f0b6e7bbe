/** Loads a district from a folder of CSV files, checked as a whole before anything is stored. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "organisation", "rulebook"})
package org.liudan.districts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
