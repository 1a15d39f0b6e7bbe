package org.liudan.settings;

/**
 * Event: this process has just read a calendar with changed working days or business hours.
 *
 * @param fingerprint the fingerprint of the new calendar, see {@link Calendars#fingerprint}
 */
public record CalendarChanged(String fingerprint) {}
