package org.liudan.api;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list of orders.
 *
 * @param next the address of the next page; none on the last one
 */
record OrderListPage(List<OrderListEntry> orders, Optional<String> next) {}
