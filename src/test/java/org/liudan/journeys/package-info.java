/** What people do with the product from beginning to end, in a real browser. */
@NullMarked
package org.liudan.journeys;

import org.jspecify.annotations.NullMarked;
