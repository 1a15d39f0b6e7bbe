package org.liudan.engine;

/** That a person of a unit has taken an action, kept where a rule asks for other eyes later. */
public record Deed(String action, String person, String unit) {}
