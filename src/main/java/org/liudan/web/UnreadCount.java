package org.liudan.web;

import org.liudan.identity.Viewer;

/** Counts the notices that a user has not seen yet, for the bell on every page. */
public interface UnreadCount {

    int count(Viewer viewer);
}
