package org.liudan.engine.order;

/** A person of a unit performed an action. Recorded only for actions that a separation of duties checks. */
public record PerformedAction(String action, String person, String unit) {}
