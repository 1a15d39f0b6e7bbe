package org.liudan.patrols;

import java.util.List;

/** Visits that could not be recorded. */
public record UnrecordedVisitsPage(List<UnrecordedVisit> asides) {}
