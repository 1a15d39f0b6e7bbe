package org.liudan.api;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list of orders.
 *
 * @param next the path of the next page; empty on the last page
 */
record OrderListPage(List<OrderListEntry> orders, Optional<String> next) {}
