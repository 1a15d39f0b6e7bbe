package org.liudan.calendar;

import java.time.LocalDate;

/**
 * One line of the State Council's yearly holiday arrangement (国务院办公厅关于节假日安排的通知).
 *
 * @param date the day
 * @param name the holiday it belongs to, for example 春节
 * @param off true for a day off, false for a make-up workday (调休)
 */
public record HolidayArrangement(LocalDate date, String name, boolean off) {}
