package org.liudan.patrols;

import java.util.List;

/** The page of visits that could not be recorded. */
public record UnrecordedVisitsPage(List<UnrecordedVisit> visits) {}
