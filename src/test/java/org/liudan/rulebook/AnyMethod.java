package org.liudan.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Generates a random method file, and the file of the part orders that it opens. Neither has faults. */
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
    static final List<String> POSTS = List.of(
            "community.clerk",
            "street.dispatcher",
            "department.handler",
            "department.head",
            "leader.leader",
            "supervision.inspector");
    static final List<String> LIMITS = List.of(
            "same day",
            "1 working days",
            "3 working days",
            "10 working days",
            "5 days",
            "90 minutes",
            "4 hours",
            "days",
            "until");

    private final RandomChoice random;
    private final String id;
    private final List<String> openSteps;
    private final List<String> clocks;
    private final boolean merging;
    private final boolean parts;

    private AnyMethod(String id, RandomChoice random) {
        this.random = random;
        this.id = id;
        openSteps = names("step-", 1 + random.number(6));
        clocks = names("clock-", 1 + random.number(4));
        merging = random.yesOrNo();
        parts = random.number(3) > 0;
    }

    /** Generates the two files: texts by file name. */
    public static Map<String, String> texts(String id, Random random) {
        var texts = new LinkedHashMap<String, String>();
        var any = new AnyMethod(id, new RandomChoice(random));
        texts.put(id + ".yaml", any.text());
        texts.put(id + "-part.yaml", any.part());
        return texts;
    }

    private String text() {
        int rings = 1 + random.number(3);
        var actions = new AnyActions(id, openSteps, clocks, merging, parts, random).all();
        return HEAD.formatted(
                id,
                lines(names("ring-", rings), ring -> "{ zh: 环节, en: Ring }"),
                lines(clocks, this::clock),
                lines(openSteps, step -> step(step, rings)) + ends(),
                actions.stream().map(action -> "  " + action).collect(Collectors.joining("\n")));
    }

    private String part() {
        return PART.formatted(
                id,
                random.any(LIMITS.subList(0, 7)),
                "lapse",
                random.maybe(", sends: [{ to: parent, action: informed, give: [amount] }]"),
                random.chance(2) ? "to: ceased" : "to: same, renew: { part: 1 working days }");
    }

    private String clock(String clock) {
        var escalations = IntStream.rangeClosed(1, random.number(3))
                .mapToObj(after -> "{ after: %d working days, to: %s%s }"
                        .formatted(after, random.any(POSTS), random.maybe(", then: pushed")))
                .collect(Collectors.joining(", "));
        return "{ zh: 时钟, en: Clock, limit: %s%s%s%s%s }"
                .formatted(
                        random.any(LIMITS),
                        random.maybe(", warn: " + (10 + random.number(85)) + "%"),
                        escalations.isEmpty() ? "" : ", escalate: [" + escalations + "]",
                        escalations.isEmpty() ? "" : random.maybe(", again: " + random.any(LIMITS.subList(1, 7))),
                        random.maybe(", then: ran-out"));
    }

    private String step(String step, int rings) {
        var starts = random.some(clocks);
        var others = clocks.stream().filter(clock -> !starts.contains(clock)).toList();
        int middle = others.isEmpty() ? 0 : random.number(others.size() + 1);
        return "{ zh: 步骤, en: Step, ring: ring-%d, holder: %s, starts: %s%s%s%s }"
                .formatted(
                        1 + random.number(rings),
                        random.any(POSTS),
                        starts,
                        random.maybe(", keeps: " + others.subList(0, middle)),
                        random.maybe(", pauses: " + others.subList(middle, others.size())),
                        parts && step.equals(openSteps.get(openSteps.size() - 1))
                                ? ", waits: { of: [part%s], for: %s, then: gathered }"
                                        .formatted(random.maybe(", pressing"), random.chance(2) ? "all" : "2")
                                : "");
    }

    private String ends() {
        return "\n  done: { zh: 办结, en: Done, ring: ring-1, closed: done }"
                + "\n  withdrawn: { zh: 撤回, en: Withdrawn, ring: ring-1, closed: withdrawn }"
                + (merging ? "\n  merged: { zh: 并单, en: Merged, ring: ring-1, closed: merged }" : "");
    }

    private static List<String> names(String start, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> start + number)
                .toList();
    }

    private static String lines(List<String> names, java.util.function.UnaryOperator<String> write) {
        return names.stream()
                .map(name -> "  " + name + ": " + write.apply(name))
                .collect(Collectors.joining("\n"));
    }
}
