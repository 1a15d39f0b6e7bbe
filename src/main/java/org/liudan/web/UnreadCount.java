package org.liudan.web;

import org.liudan.identity.Viewer;

/** How many notices somebody has not seen yet, for the bell on every page. */
public interface UnreadCount {

    int count(Viewer viewer);
}
