package org.liudan.patrols;

import java.util.List;

/** Visits that could not be recorded. */
public record AsidePage(List<Aside> asides) {}
