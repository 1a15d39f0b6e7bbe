/** What the program does when it starts, and the commands it can run instead of serving pages. */
@NullMarked
package org.liudan.commands;

import org.jspecify.annotations.NullMarked;
