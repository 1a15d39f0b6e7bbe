package org.liudan.registers;

import java.util.List;
import java.util.stream.Stream;
import org.liudan.engine.Method;
import org.liudan.engine.Register;
import org.liudan.kit.FieldView.Choice;
import org.liudan.kit.Screen;

/** What the subjects of a register are counted by, in words. */
final class Groups {

    private Groups() {}

    static String name(Screen screen, Method register, String by) {
        return by.equals(Register.STEP)
                ? screen.t("register.step")
                : screen.w(register.field(by).name());
    }

    /** The values in the order of the rulebook, and last none. */
    static List<Choice> values(Screen screen, Method register, String by) {
        if (by.equals(Register.STEP)) {
            var counts = register.register().orElseThrow().counts();
            return register.steps().values().stream()
                    .filter(step -> step.closed().isEmpty())
                    .filter(step -> counts.isEmpty() || counts.contains(step.id()))
                    .map(step -> new Choice(step.id(), screen.w(step.name())))
                    .toList();
        }
        var field = register.field(by);
        var choices = SubjectListMaker.choices(screen, field);
        return Stream.concat(choices.stream(), Stream.of(new Choice("", screen.t("register.by.none"))))
                .toList();
    }
}
