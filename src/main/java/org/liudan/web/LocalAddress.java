package org.liudan.web;

/** An address of our own to lead somebody to, never another site's. */
public final class LocalAddress {

    /** What still fits into the head of an answer, however it is encoded there. */
    private static final int LONGEST = 2_000;

    private LocalAddress() {}

    /** True for an address that somebody can be led to. */
    static boolean fits(String address) {
        return address.length() <= LONGEST;
    }

    /** The address that is asked for; the front page if it is not ours. */
    public static String of(String asked) {
        return fits(asked) && asked.matches("/(?![/\\\\]).*") && asked.chars().noneMatch(Character::isISOControl)
                ? asked
                : "/";
    }
}
