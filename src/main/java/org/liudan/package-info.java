/** Liudan 六单: what a district runs so that no need of a resident or an enterprise is lost. */
@NullMarked
package org.liudan;

import org.jspecify.annotations.NullMarked;
