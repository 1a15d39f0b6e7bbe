/** The rulebook for people: each method drawn and in words, its history, and where the administrator tries and publishes a change. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "engine", "rulebook", "people", "settings", "orders", "kit"})
package org.liudan.rulepages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
