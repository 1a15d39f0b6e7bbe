package org.liudan.privacy;

/** Masks personal data for readers who have not asked to reveal it. */
public final class Masks {

    private Masks() {}

    /** Masks a phone number as 138****1234; a number of another length only shows its last two digits. */
    public static String phone(String phone) {
        return phone.length() == 11
                ? phone.substring(0, 3) + "****" + phone.substring(7)
                : "*".repeat(Math.max(0, phone.length() - 2)) + phone.substring(Math.max(0, phone.length() - 2));
    }

    /** Shows the first three and the last four characters of an ID number. */
    public static String idNumber(String number) {
        return number.length() < 8
                ? "*".repeat(number.length())
                : number.substring(0, 3) + "*".repeat(number.length() - 7) + number.substring(number.length() - 4);
    }

    /** Shows the first character of a name, usually the family name. */
    public static String name(String name) {
        return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
