/** The start of the program, and the commands that it can run instead of serving pages. */
@NullMarked
@ApplicationModule
package org.liudan.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
