package org.liudan.registers;

import java.util.List;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Register;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;

/** What the subjects of a register are counted by, in words. */
final class GroupNames {

    private GroupNames() {}

    static String name(PageContext screen, Method register, String by) {
        return by.equals(Register.STEP)
                ? screen.t("register.step")
                : screen.w(register.field(by).name());
    }

    /** The values in the order of the rulebook, and last none. */
    static List<Choice> values(PageContext screen, Method register, String by) {
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
