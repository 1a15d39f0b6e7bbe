package org.liudan.registers;

import java.util.List;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Register;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;

/** Names of the groups in which the subjects of a register are counted, in the reader's language. */
final class GroupNames {

    private GroupNames() {}

    static String name(PageContext context, Method register, String by) {
        return by.equals(Register.STEP)
                ? context.t("register.step")
                : context.w(register.field(by).name());
    }

    /** The values of a group in the order of the rulebook; the last one stands for no value. */
    static List<Choice> values(PageContext context, Method register, String by) {
        if (by.equals(Register.STEP)) {
            var counts = register.register().orElseThrow().counts();
            return register.steps().values().stream()
                    .filter(step -> step.closed().isEmpty())
                    .filter(step -> counts.isEmpty() || counts.contains(step.id()))
                    .map(step -> new Choice(step.id(), context.w(step.name())))
                    .toList();
        }
        var field = register.field(by);
        var choices = SubjectListMaker.choices(context, field);
        return Stream.concat(choices.stream(), Stream.of(new Choice("", context.t("register.by.none"))))
                .toList();
    }
}
