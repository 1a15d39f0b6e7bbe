package org.liudan.privacy;

/** Personal data as it is shown to somebody who did not ask to see it. */
public final class Masks {

    private Masks() {}

    /** 138****1234; a short number keeps its last two digits. */
    public static String phone(String phone) {
        return phone.length() == 11
                ? phone.substring(0, 3) + "****" + phone.substring(7)
                : "*".repeat(Math.max(0, phone.length() - 2)) + phone.substring(Math.max(0, phone.length() - 2));
    }

    /** The first three and the last four. */
    public static String idNumber(String number) {
        return number.length() < 8
                ? "*".repeat(number.length())
                : number.substring(0, 3) + "*".repeat(number.length() - 7) + number.substring(number.length() - 4);
    }

    /** The family name only. */
    public static String name(String name) {
        return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
