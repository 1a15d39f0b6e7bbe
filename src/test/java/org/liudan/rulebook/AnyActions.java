package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Generates the random actions of {@link AnyMethod}.
 *
 * @param merging true if orders can be merged
 * @param parts true if orders can open part orders
 */
record AnyActions(
        String id, List<String> openSteps, List<String> clocks, boolean merging, boolean parts, RandomChoice random) {

    private static final List<String> FIELDS =
            List.of("instead", "days", "amount", "flag", "pick", "picks", "note", "several", "until");

    List<String> all() {
        var actions = new ArrayList<String>();
        actions.add(
                "raise: { zh: 立单, en: Raise, at: start, by: [resident, community.clerk], to: step-1, form: { content:"
                        + " required, region: required, department: optional, days: required, until: required } }");
        for (int i = 0; i < openSteps.size(); i++) {
            var next = i + 1 < openSteps.size() ? openSteps.get(i + 1) : "done";
            actions.add("go-%d: { zh: 往前, en: Go on, at: [%s], by: [holder], main: true, to: %s%s }"
                    .formatted(
                            i + 1,
                            openSteps.get(i),
                            random.chance(2) ? next : cases(next),
                            extras(false, i + 2 == openSteps.size())));
        }
        for (int i = random.number(8); i > 0; i--) {
            var leads = random.chance(2);
            actions.add("also-%d: { zh: 也可, en: Also, at: %s, by: %s%s%s }"
                    .formatted(
                            i,
                            random.chance(3) ? "open" : random.some(openSteps),
                            by(),
                            leads ? ", to: " + destination() : "",
                            extras(true, true)));
        }
        actions.add("ran-out: { zh: 到期, en: Ran out, at: open, by: [system], to: %s }".formatted(destination()));
        actions.add("pushed: { zh: 催办, en: Pushed, at: open, by: [system, supervision.inspector], count: often%s }"
                .formatted(random.maybe(", to: " + destination())));
        actions.add("informed: { zh: 获知, en: Informed, at: open, by: [system], form: { amount: required } }");
        actions.add(
                "rework: { zh: 返工, en: Rework, at: [done], by: [resident, supervision.inspector], to: %s, when: [{ that:"
                                .formatted(random.any(openSteps))
                        + " count.once < 3, else: { zh: 够了, en: Enough } }], count: once }");
        actions.add("withdraw: { zh: 撤回, en: Withdraw, at: open, by: [resident], to: withdrawn%s }"
                .formatted(parts ? ", sends: [{ to: children, action: cease }]" : ""));
        if (parts) {
            actions.add(
                    "split: { zh: 分办, en: Split, at: open, by: [holder, street.dispatcher], form: { several: required },"
                            + " opens: [" + opening("part", "several") + ", " + opening("pressing", "several") + "] }");
            actions.add("gathered: { zh: 汇总, en: Gathered, at: [%s], by: [system], to: %s }"
                    .formatted(
                            openSteps.get(openSteps.size() - 1),
                            random.chance(2) || openSteps.size() == 1 ? "done" : openSteps.get(0)));
        }
        if (merging) {
            actions.add(
                    "merge: { zh: 并单, en: Merge, at: open, by: [holder, street.dispatcher], to: merged, form: { into:"
                            + " required }, merge: into }");
            actions.add("unmerge: { zh: 拆单, en: Undo, at: [merged], by: [street.dispatcher], to: back }");
            actions.add("revive: { zh: 续办, en: Revive, at: [merged], by: [system], to: %s }"
                    .formatted(random.any(openSteps)));
        }
        return actions;
    }

    /** Random further entries of an action: form, conditions, effects. */
    private String extras(boolean guards, boolean opens) {
        var form = random.some(FIELDS).stream()
                .map(field -> field + (random.chance(2) ? ": required" : ": optional"))
                .collect(Collectors.joining(", "));
        var extras = new StringBuilder(", form: { " + form + " }");
        extras.append(
                guards ? random.maybe(", when: [{ that: \"%s\", else: { zh: 不行, en: No } }]".formatted(guard())) : "");
        extras.append(random.maybe(
                ", count: " + (random.chance(2) ? "[once]" : "[{ counter: often, when: \"" + guard() + "\" }]")));
        extras.append(random.maybe(", stop: "
                + (random.chance(2)
                        ? random.some(clocks)
                        : "[{ clock: " + random.any(clocks) + ", when: \"" + guard() + "\" }]")));
        extras.append(random.maybe(", limit: { " + random.any(clocks) + ": "
                + (random.chance(2)
                        ? random.any(AnyMethod.LIMITS)
                        : "[{ when: \"" + guard() + "\", to: 7 working days }, { to: days }]")
                + " }"));
        extras.append(random.maybe(", renew: { " + random.any(clocks) + ": " + random.any(AnyMethod.LIMITS) + " }"));
        extras.append(form.contains("days") ? "" : random.maybe(", extend: { " + random.any(clocks) + ": days }"));
        extras.append(random.maybe(", mark: seen"));
        extras.append(random.maybe(", ring: ring-1"));
        extras.append(random.maybe(", tell: " + random.any(AnyMethod.POSTS)));
        extras.append(guards ? random.maybe(", other-than: [go-1]") + random.maybe(", other-unit-than: [go-1]") : "");
        extras.append(random.maybe(", open: true"));
        extras.append(random.maybe(", set: { pick: b }"));
        extras.append(parts && opens ? random.maybe(", opens: [" + opening("pressing", "department") + "]") : "");
        extras.append(merging && guards ? random.maybe(", sends: [{ to: joined, action: revive }]") : "");
        return extras.toString();
    }

    private String opening(String as, String to) {
        return "{ method: %s-part, start: open, as: %s, to: %s, give: [content, amount]%s }"
                .formatted(id, as, to, random.maybe(", when: \"" + guard() + "\""));
    }

    private String destination() {
        return random.chance(4)
                ? cases(random.any(openSteps))
                : random.chance(5) ? "done" : random.chance(4) ? "same" : random.any(openSteps);
    }

    private String cases(String last) {
        return "[{ when: \"%s\", step: %s }, { step: %s }]"
                .formatted(guard(), random.chance(5) ? "done" : random.any(openSteps), last);
    }

    private String by() {
        return random.chance(3)
                ? "[holder, resident]"
                : random.some(AnyMethod.POSTS).toString();
    }

    private String guard() {
        var clock = random.any(clocks).replace('-', '_');
        var condition = random.any(List.of(
                "count.once < 2",
                "count.often >= 1",
                "did.go_1 <= 4",
                "order.amount > 9",
                "answers.flag",
                "!order.flag",
                "order.pick == 'a'",
                "'b' in order.picks",
                "answers.note != ''",
                "order.step != 'step-1'",
                "clock." + clock + ".running",
                "!clock." + clock + ".overdue",
                "clock." + clock + ".days_used <= 3",
                "children.open == 0",
                "children.late < 2",
                "joined.total == 0",
                "order.days > answers.days"));
        return random.chance(3) ? condition + random.any(List.of(" && ", " || ")) + guard() : condition;
    }
}
