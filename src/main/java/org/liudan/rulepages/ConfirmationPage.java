package org.liudan.rulepages;

/**
 * What a text would change, shown before it is published.
 *
 * @param baseVersion the version in force; 0 for a new method
 * @param openOrders the number of open orders; each stays under the version it was raised under
 * @param conflict true if another version has been published since the difference was shown
 */
public record ConfirmationPage(
        String id,
        String name,
        int baseVersion,
        String text,
        LineDifference difference,
        long openOrders,
        boolean conflict) {}
