/** Liudan 六单: the order system of a district, in which no request of a resident or an enterprise is lost. */
@NullMarked
package org.liudan;

import org.jspecify.annotations.NullMarked;
