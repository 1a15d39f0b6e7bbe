package org.liudan.orders.desk;

import java.util.List;

/**
 * What came of the clocks of many orders and subjects.
 *
 * @param moved those on which something was done
 * @param failed those whose clocks can't be served
 */
public record AlarmResult(List<Long> moved, List<Long> failed) {}
