package org.liudan.rulebook;

import java.util.List;
import java.util.Locale;

/**
 * The keys that each part of a method file may have, in the order of the language reference. The reader takes the keys from
 * here, and the reference is made from them. A new key is added here and in {@code language.properties}.
 */
enum Section {
    METHOD(
            "method name source rings parties counters fields clocks steps actions measures table readers notice register roll survey"),
    REGISTER("key keeper cycle visits change columns filters computed sums by counts"),
    SUM("zh en times"),
    ROLL("columns sums first computed"),
    COMPUTED("zh en is"),
    WORDS("zh en"),
    PARTY("zh en region chosen attached only unit else"),
    FIELD("zh en type choices least most sets kept open kind list proposed"),
    CLOCK("zh en limit warn escalate again open then"),
    ESCALATION("after to then"),
    STEP("zh en ring holder starts keeps pauses closed waits"),
    WAITING("of for then"),
    ACTION(
            "zh en hint at by to form when set count add stop limit renew extend mark ring tell opens sends merge other-than"
                    + " other-unit-than open main"),
    DESTINATION("when step"),
    CONDITION("that else"),
    COUNT("when counter"),
    STOP("when clock"),
    TERM("when to"),
    OPENING("method start as name to each give when"),
    EACH("register office in take"),
    SURVEY("register area since share again rectified same"),
    SENDING("to action give when"),
    MEASURES("answered finished"),
    LINE("zh en where of"),
    NOTICE("zh en asks outcome"),
    FILTER("state step did rating grade channel category late");

    private final String keys;

    Section(String keys) {
        this.keys = keys;
    }

    List<String> keys() {
        return List.of(keys.split(" "));
    }

    /** The key of the outcome, for a section that is one case of several. It is the last key. */
    String outcome() {
        return keys.substring(keys.lastIndexOf(' ') + 1);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
