package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes random choices. The same seed gives the same choices. */
record RandomChoice(Random random) {

    /** A number from 0 to below the bound. */
    int number(int bound) {
        return random.nextInt(bound);
    }

    boolean yesOrNo() {
        return random.nextBoolean();
    }

    /** True with a probability of one in this number. */
    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    /** The text in one of three cases, otherwise an empty text. */
    String maybe(String text) {
        return chance(3) ? text : "";
    }

    String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A random part of the values, at least one. */
    List<String> some(List<String> values) {
        var some = new ArrayList<>(values.stream().filter(value -> chance(2)).toList());
        return some.isEmpty() ? List.of(any(values)) : some;
    }
}
