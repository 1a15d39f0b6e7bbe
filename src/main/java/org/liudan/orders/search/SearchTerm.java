package org.liudan.orders.search;

/** A search by words or by a contact number, as conditions on orders {@code o}. */
enum SearchTerm {

    /** Pairs of characters, {@code :words}, that the order's text all contains. */
    WORDS(
            "exists (select from order_words w where w.district_id = o.district_id and w.order_id = o.id"
                    + " and w.words @> :words::text[])",
            "o.words @> :words::text[]",
            "case when o.closed is null"
                    + " then (select w.words @> :words::text[] from order_words w"
                    + " where w.district_id = o.district_id and w.order_id = o.id)"
                    + " else o.words @> :words::text[] end",
            "select o.id from orders o where o.district_id = :district and o.words @> :words::text[] and "
                    + FilterTags.closedWithAll(":words")
                    + " union all"
                    + " select w.order_id from order_words w where w.district_id = :district and w.words @> :words::text[]"),

    /** The keyed hash of a phone or identity number, {@code :contact}. */
    CONTACT(
            "exists (select" + SearchTerm.CONTACT_OF,
            "exists (select" + SearchTerm.CONTACT_OF,
            "(select true" + SearchTerm.CONTACT_OF,
            "select k.order_id from order_contact k where k.district_id = :district and k.hash = decode(:contact, 'hex')");

    private static final String CONTACT_OF =
            " from order_contact k where k.district_id = o.district_id and k.order_id = o.id and k.hash = decode(:contact, 'hex'))";

    private final String forOpen;
    private final String forClosed;
    private final String forScan;
    private final String all;

    SearchTerm(String ofOpen, String ofClosed, String byOne, String all) {
        this.forOpen = ofOpen;
        this.forClosed = ofClosed;
        this.forScan = byOne;
        this.all = all;
    }

    /** The condition that an open order matches. */
    String forOpen() {
        return forOpen;
    }

    /** The condition that a closed order matches. */
    String forClosed() {
        return forClosed;
    }

    /**
     * The condition for orders that are scanned one after the other, written so that the database never reads all matches
     * first.
     */
    String forScan() {
        return forScan;
    }

    /** The condition that an order is among all matches, which the database reads first. */
    String among() {
        return "o.id in (" + all + ")";
    }
}
