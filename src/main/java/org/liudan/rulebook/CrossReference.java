package org.liudan.rulebook;

import java.util.Optional;
import org.liudan.engine.method.CrossOrderRule.Opening;
import org.liudan.engine.method.CrossOrderRule.Sending;
import org.liudan.engine.method.Survey;

/** A place in a method file that refers to another method. Exactly one of the three kinds is present. */
record CrossReference(YamlPart part, Optional<Opening> opening, Optional<Sending> sending, Optional<Survey> survey) {

    static CrossReference to(YamlPart part, Opening opening) {
        return new CrossReference(part, Optional.of(opening), Optional.empty(), Optional.empty());
    }

    static CrossReference to(YamlPart part, Sending sending) {
        return new CrossReference(part, Optional.empty(), Optional.of(sending), Optional.empty());
    }

    static CrossReference to(YamlPart part, Survey survey) {
        return new CrossReference(part, Optional.empty(), Optional.empty(), Optional.of(survey));
    }
}
