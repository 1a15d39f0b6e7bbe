package org.liudan.rulepages;

/**
 * What a text would change, before it is published.
 *
 * @param over the version in force, 0 for a method that is new
 * @param open orders that go on under the versions they were raised under
 * @param refused true when another version has been published since this was last looked at
 */
public record ConfirmationPage(
        String id, String name, int baseVersion, String text, LineDifference difference, long openOrders, boolean conflict) {}
