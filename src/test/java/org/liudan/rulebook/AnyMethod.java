package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a method file that nobody thought of, and the file of the parts that it opens; both are sound. */
public final class AnyMethod {

    private static final String HEAD = """
            method: %1$s
            name: { zh: 任意, en: Any }
            rings:
            %2$s
            parties:
              community: { zh: 社区, en: Community, region: community, else: street.secretary }
              street: { zh: 街道, en: Street, region: street }
              supervision: { zh: 督查室, en: Supervision, only: supervision }
              department: { zh: 部门, en: Department, chosen: department, else: supervision.inspector }
              leader: { zh: 领导, en: Leader, attached: department, else: supervision.inspector }
            counters:
              once: { zh: 一次, en: Once }
              often: { zh: 多次, en: Often }
            fields:
              content: { zh: 内容, en: Content, type: long-text, open: true }
              region: { zh: 区域, en: Region, type: region }
              department: { zh: 部门, en: Department, type: unit, kind: department }
              instead: { zh: 改派, en: Instead, type: unit, kind: department, sets: department }
              several: { zh: 几个部门, en: Several, type: units, kind: department, kept: false }
              days: { zh: 天数, en: Days, type: working-days, least: 1, most: 30 }
              more: { zh: 延长, en: More, type: working-days, least: 1, most: 20, kept: false }
              until: { zh: 直到, en: Until, type: future-date }
              amount: { zh: 数量, en: Amount, type: number, most: 50 }
              flag: { zh: 是否, en: Flag, type: yes-no }
              pick: { zh: 选择, en: Pick, type: choice, choices: { a: { zh: 甲, en: A }, b: { zh: 乙, en: B } } }
              picks: { zh: 多选, en: Picks, type: choices, choices: { a: { zh: 甲, en: A }, b: { zh: 乙, en: B } } }
              note: { zh: 说明, en: Note, type: text, kept: false }
              into: { zh: 并入, en: Into, type: order, kept: false }
            clocks:
            %3$s
            steps:
            %4$s
            actions:
            %5$s
            """;
    private static final String PART = """
            method: %s-part
            name: { zh: 分单, en: Part }
            rings: { work: { zh: 办理, en: Work } }
            parties:
              unit: { zh: 单位, en: Unit, chosen: unit, else: supervision.inspector }
              supervision: { zh: 督查室, en: Supervision, only: supervision }
            fields:
              unit: { zh: 单位, en: Unit, type: unit, kind: department }
              content: { zh: 内容, en: Content, type: long-text }
              amount: { zh: 数量, en: Amount, type: number, most: 50 }
            clocks:
              part: { zh: 办理, en: Handle, limit: %s, then: %s }
            steps:
              working: { zh: 办理中, en: Working, ring: work, holder: unit.handler, starts: [part] }
              done: { zh: 办结, en: Done, ring: work, closed: done }
              ceased: { zh: 终止, en: Ceased, ring: work, closed: ceased }
            actions:
              open: { zh: 开立, en: Open, at: start, by: [system], to: working, form: { unit: required, content: required, amount: optional } }
              finish: { zh: 办结, en: Finish, at: [working], by: [unit.handler], to: done, main: true, form: { amount: required }%s }
              again: { zh: 重办, en: Again, at: [done], by: [unit.head, supervision.inspector], to: working, renew: { part: 2 working days } }
              lapse: { zh: 逾期, en: Lapse, at: [working], by: [system], %s }
              cease: { zh: 终止, en: Cease, at: [working], by: [system], to: ceased }
            """;
    private static final List<String> SEATS = List.of(
            "community.clerk",
            "street.dispatcher",
            "department.handler",
            "department.head",
            "leader.leader",
            "supervision.inspector");
    private static final List<String> LIMITS = List.of(
            "same day",
            "1 working days",
            "3 working days",
            "10 working days",
            "5 days",
            "90 minutes",
            "4 hours",
            "days",
            "until");
    private static final List<String> FIELDS =
            List.of("instead", "days", "amount", "flag", "pick", "picks", "note", "several", "until");

    private final Random random;
    private final String id;
    private final List<String> open;
    private final List<String> clocks;
    private final boolean merging;
    private final boolean parts;

    private AnyMethod(String id, Random random) {
        this.random = random;
        this.id = id;
        open = names("step-", 1 + random.nextInt(6));
        clocks = names("clock-", 1 + random.nextInt(4));
        merging = random.nextBoolean();
        parts = random.nextInt(3) > 0;
    }

    /** Texts by file name. */
    public static Map<String, String> texts(String id, Random random) {
        var texts = new LinkedHashMap<String, String>();
        var any = new AnyMethod(id, random);
        texts.put(id + ".yaml", any.text());
        texts.put(id + "-part.yaml", any.part());
        return texts;
    }

    private String text() {
        int rings = 1 + random.nextInt(3);
        var actions = actions();
        return HEAD.formatted(
                id,
                lines(names("ring-", rings), ring -> "{ zh: 环节, en: Ring }"),
                lines(clocks, this::clock),
                lines(open, step -> step(step, rings)) + ends(),
                actions.stream().map(action -> "  " + action).collect(Collectors.joining("\n")));
    }

    private String part() {
        return PART.formatted(
                id,
                any(LIMITS.subList(0, 7)),
                "lapse",
                maybe(", sends: [{ to: parent, action: informed, give: [amount] }]"),
                chance(2) ? "to: ceased" : "to: same, renew: { part: 1 working days }");
    }

    private String clock(String clock) {
        var escalations = IntStream.rangeClosed(1, random.nextInt(3))
                .mapToObj(after ->
                        "{ after: %d working days, to: %s%s }".formatted(after, any(SEATS), maybe(", then: pushed")))
                .collect(Collectors.joining(", "));
        return "{ zh: 时钟, en: Clock, limit: %s%s%s%s%s }"
                .formatted(
                        any(LIMITS),
                        maybe(", warn: " + (10 + random.nextInt(85)) + "%"),
                        escalations.isEmpty() ? "" : ", escalate: [" + escalations + "]",
                        escalations.isEmpty() ? "" : maybe(", again: " + any(LIMITS.subList(1, 7))),
                        maybe(", then: ran-out"));
    }

    private String step(String step, int rings) {
        var starts = some(clocks);
        var others = clocks.stream().filter(clock -> !starts.contains(clock)).toList();
        int middle = others.isEmpty() ? 0 : random.nextInt(others.size() + 1);
        return "{ zh: 步骤, en: Step, ring: ring-%d, holder: %s, starts: %s%s%s%s }"
                .formatted(
                        1 + random.nextInt(rings),
                        any(SEATS),
                        starts,
                        maybe(", keeps: " + others.subList(0, middle)),
                        maybe(", pauses: " + others.subList(middle, others.size())),
                        parts && step.equals(open.get(open.size() - 1))
                                ? ", waits: { of: [part%s], for: %s, then: gathered }"
                                        .formatted(maybe(", pressing"), chance(2) ? "all" : "2")
                                : "");
    }

    private String ends() {
        return "\n  done: { zh: 办结, en: Done, ring: ring-1, closed: done }"
                + "\n  withdrawn: { zh: 撤回, en: Withdrawn, ring: ring-1, closed: withdrawn }"
                + (merging ? "\n  merged: { zh: 并单, en: Merged, ring: ring-1, closed: merged }" : "");
    }

    private List<String> actions() {
        var actions = new ArrayList<String>();
        actions.add(
                "raise: { zh: 立单, en: Raise, at: start, by: [resident, community.clerk], to: step-1, form: { content:"
                        + " required, region: required, department: optional, days: required, until: required } }");
        for (int i = 0; i < open.size(); i++) {
            var next = i + 1 < open.size() ? open.get(i + 1) : "done";
            actions.add("go-%d: { zh: 往前, en: Go on, at: [%s], by: [holder], main: true, to: %s%s }"
                    .formatted(
                            i + 1, open.get(i), chance(2) ? next : cases(next), extras(false, i + 2 == open.size())));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            var leads = chance(2);
            actions.add("also-%d: { zh: 也可, en: Also, at: %s, by: %s%s%s }"
                    .formatted(
                            i,
                            chance(3) ? "open" : some(open),
                            by(),
                            leads ? ", to: " + goal() : "",
                            extras(true, true)));
        }
        actions.add("ran-out: { zh: 到期, en: Ran out, at: open, by: [system], to: %s }".formatted(goal()));
        actions.add("pushed: { zh: 催办, en: Pushed, at: open, by: [system, supervision.inspector], count: often%s }"
                .formatted(maybe(", to: " + goal())));
        actions.add("informed: { zh: 获知, en: Informed, at: open, by: [system], form: { amount: required } }");
        actions.add(
                "rework: { zh: 返工, en: Rework, at: [done], by: [resident, supervision.inspector], to: %s, when: [{ that:"
                                .formatted(any(open))
                        + " count.once < 3, else: { zh: 够了, en: Enough } }], count: once }");
        actions.add("withdraw: { zh: 撤回, en: Withdraw, at: open, by: [resident], to: withdrawn%s }"
                .formatted(parts ? ", sends: [{ to: children, action: cease }]" : ""));
        if (parts) {
            actions.add(
                    "split: { zh: 分办, en: Split, at: open, by: [holder, street.dispatcher], form: { several: required },"
                            + " opens: [" + opening("part", "several") + ", " + opening("pressing", "several") + "] }");
            actions.add("gathered: { zh: 汇总, en: Gathered, at: [%s], by: [system], to: %s }"
                    .formatted(open.get(open.size() - 1), chance(2) || open.size() == 1 ? "done" : open.get(0)));
        }
        if (merging) {
            actions.add(
                    "merge: { zh: 并单, en: Merge, at: open, by: [holder, street.dispatcher], to: merged, form: { into:"
                            + " required }, merge: into }");
            actions.add("unmerge: { zh: 拆单, en: Undo, at: [merged], by: [street.dispatcher], to: back }");
            actions.add("revive: { zh: 续办, en: Revive, at: [merged], by: [system], to: %s }".formatted(any(open)));
        }
        return actions;
    }

    /** What else an action may ask, want and do. */
    private String extras(boolean guards, boolean opens) {
        var form = some(FIELDS).stream()
                .map(field -> field + (chance(2) ? ": required" : ": optional"))
                .collect(Collectors.joining(", "));
        var extras = new StringBuilder(", form: { " + form + " }");
        extras.append(guards ? maybe(", when: [{ that: \"%s\", else: { zh: 不行, en: No } }]".formatted(guard())) : "");
        extras.append(maybe(", count: " + (chance(2) ? "[once]" : "[{ counter: often, when: \"" + guard() + "\" }]")));
        extras.append(maybe(", stop: "
                + (chance(2) ? some(clocks) : "[{ clock: " + any(clocks) + ", when: \"" + guard() + "\" }]")));
        extras.append(maybe(", limit: { " + any(clocks) + ": "
                + (chance(2) ? any(LIMITS) : "[{ when: \"" + guard() + "\", to: 7 working days }, { to: days }]")
                + " }"));
        extras.append(maybe(", renew: { " + any(clocks) + ": " + any(LIMITS) + " }"));
        extras.append(form.contains("days") ? "" : maybe(", extend: { " + any(clocks) + ": days }"));
        extras.append(maybe(", mark: seen"));
        extras.append(maybe(", ring: ring-1"));
        extras.append(maybe(", tell: " + any(SEATS)));
        extras.append(guards ? maybe(", other-than: [go-1]") + maybe(", other-unit-than: [go-1]") : "");
        extras.append(maybe(", open: true"));
        extras.append(maybe(", set: { pick: b }"));
        extras.append(parts && opens ? maybe(", opens: [" + opening("pressing", "department") + "]") : "");
        extras.append(merging && guards ? maybe(", sends: [{ to: joined, action: revive }]") : "");
        return extras.toString();
    }

    private String opening(String as, String to) {
        return "{ method: %s-part, start: open, as: %s, to: %s, give: [content, amount]%s }"
                .formatted(id, as, to, maybe(", when: \"" + guard() + "\""));
    }

    private String goal() {
        return chance(4) ? cases(any(open)) : chance(5) ? "done" : chance(4) ? "same" : any(open);
    }

    private String cases(String last) {
        return "[{ when: \"%s\", step: %s }, { step: %s }]".formatted(guard(), chance(5) ? "done" : any(open), last);
    }

    private String by() {
        return chance(3) ? "[holder, resident]" : some(SEATS).toString();
    }

    private String guard() {
        var clock = any(clocks).replace('-', '_');
        var one = any(List.of(
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
        return chance(3) ? one + any(List.of(" && ", " || ")) + guard() : one;
    }

    private static List<String> names(String start, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(one -> start + one).toList();
    }

    private static String lines(List<String> names, java.util.function.UnaryOperator<String> write) {
        return names.stream()
                .map(name -> "  " + name + ": " + write.apply(name))
                .collect(Collectors.joining("\n"));
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private String maybe(String text) {
        return chance(3) ? text : "";
    }

    private String any(List<String> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** At least one of them. */
    private List<String> some(List<String> things) {
        var some = new ArrayList<>(things.stream().filter(thing -> chance(2)).toList());
        return some.isEmpty() ? List.of(any(things)) : some;
    }
}
