package org.liudan.web;

/** Redirect targets within this site; never the address of another site. */
public final class LocalAddress {

    /** In characters: fits into a response header even when every character is encoded. */
    private static final int MAX_LENGTH = 2_000;

    private LocalAddress() {}

    /** True if the address is short enough for a redirect. */
    static boolean isShortEnough(String address) {
        return address.length() <= MAX_LENGTH;
    }

    /** The requested address; the front page if it isn't an address of this site. */
    public static String of(String requested) {
        return isShortEnough(requested)
                        && requested.matches("/(?![/\\\\]).*")
                        && requested.chars().noneMatch(Character::isISOControl)
                ? requested
                : "/";
    }
}
