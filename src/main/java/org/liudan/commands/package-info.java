/** What the program does when it is started, and the commands that can be given to it instead of serving pages. */
@NullMarked
package org.liudan.commands;

import org.jspecify.annotations.NullMarked;
