package org.liudan.engine.order;

/** That a person of a unit has taken an action, kept where a rule asks for other eyes later. */
public record PerformedAction(String action, String person, String unit) {}
