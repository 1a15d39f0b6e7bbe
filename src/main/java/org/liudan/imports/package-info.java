/** Imports: rows of Excel and CSV files into registers, looked at first, entered row by row, and taken back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine", "rulebook", "people", "settings", "orders", "kit"})
package org.liudan.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
