/** Registers: the subjects that a district keeps an eye on, their lists, their import and export. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"calendar", "engine", "rulebook", "database", "people", "settings", "orders", "kit"})
package org.liudan.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
