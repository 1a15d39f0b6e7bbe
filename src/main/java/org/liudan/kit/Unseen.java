package org.liudan.kit;

import org.liudan.people.Viewer;

/** How many notices somebody has not seen yet, for the bell on every page. */
public interface Unseen {

    int count(Viewer viewer);
}
