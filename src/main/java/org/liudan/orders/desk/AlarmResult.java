package org.liudan.orders.desk;

import java.util.List;

/**
 * The result of running the due clocks of many orders and subjects.
 *
 * @param moved the ids of those that changed
 * @param failed the ids of those whose clocks failed
 */
public record AlarmResult(List<Long> moved, List<Long> failed) {}
