package org.liudan.rulebook;

import java.util.List;
import java.util.Locale;

/**
 * The keys that each part of a method file may have, in the order in which they are explained. The reader asks for them
 * here and the reference of the language is made from them; a new key is added here and in {@code language.properties}.
 */
enum Section {
    METHOD("method name source rings parties counters fields clocks steps actions measures"),
    WORDS("zh en"),
    PARTY("zh en region chosen attached only else"),
    FIELD("zh en type choices least most sets kept open kind proposed"),
    CLOCK("zh en limit warn escalate then"),
    ESCALATION("after to"),
    STEP("zh en ring holder starts keeps pauses closed"),
    ACTION("zh en at by to form when set count stop limit renew extend mark ring tell open main"),
    DESTINATION("when step"),
    CONDITION("that else"),
    STOP("clock when"),
    TERM("when to"),
    MEASURES("answered finished");

    private final String keys;

    Section(String keys) {
        this.keys = keys;
    }

    List<String> keys() {
        return List.of(keys.split(" "));
    }

    /** The key that says what follows, of the sections that are one case of several. */
    String outcome() {
        return keys.substring(keys.lastIndexOf(' ') + 1);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
