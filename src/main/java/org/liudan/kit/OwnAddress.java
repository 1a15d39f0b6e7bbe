package org.liudan.kit;

/** An address of our own to lead somebody to, never another site's. */
public final class OwnAddress {

    private OwnAddress() {}

    /** The address that is asked for; the front page if it is not ours. */
    public static String of(String asked) {
        return asked.matches("/(?![/\\\\]).*") && asked.chars().noneMatch(Character::isISOControl) ? asked : "/";
    }
}
