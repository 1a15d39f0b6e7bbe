package org.liudan.orders;

/** What somebody types to find orders by, other than a number: how an order is asked for it, and how all that have it are found. */
enum Sought {

    /** Pairs of characters, {@code :words}, that all stand in its text. */
    WORDS(
            "exists (select from order_door d where d.district_id = o.district_id and d.order_id = o.id"
                    + " and (d.grams || order_period(d.raised_at)) @> :words::text[])",
            "(select d.grams @> :words::text[] from order_door d where d.district_id = o.district_id and d.order_id = o.id)",
            "order_door d join orders o on o.district_id = d.district_id and o.id = d.order_id"
                    + " where d.district_id = :district and (d.grams || order_period(d.raised_at)) @> :words::text[]",
            "(d.grams || order_period(d.raised_at)) && :periods::text[]"),

    /** The keyed hash of a phone or identity number, {@code :contact}. */
    CONTACT(
            "exists (select from order_contact k where k.district_id = o.district_id and k.order_id = o.id"
                    + " and k.hash = decode(:contact, 'hex'))",
            "(select true from order_contact k where k.district_id = o.district_id and k.order_id = o.id"
                    + " and k.hash = decode(:contact, 'hex'))",
            "order_contact k join orders o on o.district_id = k.district_id and o.id = k.order_id"
                    + " where k.district_id = :district and k.hash = decode(:contact, 'hex')",
            "true");

    private final String had;
    private final String hadByOne;
    private final String having;
    private final String inPeriods;

    Sought(String had, String hadByOne, String having, String inPeriods) {
        this.had = had;
        this.hadByOne = hadByOne;
        this.having = having;
        this.inPeriods = inPeriods;
    }

    /** The condition that an order {@code o} has it. */
    String had() {
        return had;
    }

    /** The same, for orders that are looked at one after the other: the database never begins with all that have it. */
    String hadByOne() {
        return hadByOne;
    }

    /** All that have it, with the order as {@code o}; conditions may follow. */
    String having() {
        return having;
    }

    /** The condition that keeps {@link #having} to some periods, {@code :periods}. */
    String inPeriods() {
        return inPeriods;
    }
}
