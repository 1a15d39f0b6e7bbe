package org.liudan.settings;

/**
 * Working days or business hours are other than they were, as this process has just learned.
 *
 * @param fingerprint of the calendar now
 */
public record CalendarChanged(String fingerprint) {}
