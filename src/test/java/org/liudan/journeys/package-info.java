/** Journeys: what people do with the product from beginning to end, tested in a real browser. */
@NullMarked
package org.liudan.journeys;

import org.jspecify.annotations.NullMarked;
