package org.liudan.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.liudan.calendar.Limit;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.ClockRule;
import org.liudan.engine.method.Guard;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;
import org.liudan.engine.method.Term;
import org.liudan.web.PageContext;

/** Describes the parts of a method in the language of the reader. */
public record MethodWording(PageContext context, Method method) {

    /** A role, for example 街道 跟单员. */
    public String role(Role role) {
        return role instanceof Role.PostOf post
                ? context.t("method.post", text(method.party(post.party()).name()), context.post(post.post()))
                : context.t("role." + role);
    }

    /** Roles in one list. */
    public String roles(List<Role> roles) {
        return roles.stream().map(this::role).collect(Collectors.joining(context.t("list.or")));
    }

    /** The name of a step, or words for {@link Action#SAME} and {@link Action#BACK}. */
    public String step(String id) {
        if (id.equals(Action.BACK)) {
            return context.t("method.back");
        }
        return id.equals(Action.SAME)
                ? context.t("method.same")
                : text(method.step(id).name());
    }

    /** Where an action leads, each case with its condition; empty if the order stays. */
    public String destinations(Action action) {
        return action.to().stream()
                .map(option ->
                        when(option.when(), step(option.then()), action.to().size() > 1))
                .collect(Collectors.joining(context.t("list.semicolon")));
    }

    /** A limit, or the field whose answer sets it. */
    public String term(Term term) {
        if (term instanceof Term.Fixed fixed) {
            return limit(fixed.limit());
        }
        var field = ((Term.Decided) term).field();
        return context.t("method.limit.decided", text(method.field(field).name()));
    }

    String limit(Limit limit) {
        if (limit instanceof Limit.SameDay) {
            return context.t("method.limit.same-day");
        }
        if (limit instanceof Limit.WorkingDays working) {
            return context.t("method.limit.working-days", working.days());
        }
        if (limit instanceof Limit.Days days) {
            return context.t("method.limit.days", days.days());
        }
        if (limit instanceof Limit.Minutes minutes) {
            return minutes.minutes() % 60 == 0
                    ? context.t("method.limit.hours", minutes.minutes() / 60)
                    : context.t("method.limit.minutes", minutes.minutes());
        }
        if (limit instanceof Limit.Within within) {
            return context.t(
                    within.next() ? "method.limit.next" : "method.limit.this",
                    context.t("period." + within.period().id()));
        }
        return context.t("method.limit.until", ((Limit.Until) limit).day());
    }

    /** What a clock does before and after its limit, one sentence each. */
    public List<String> consequences(ClockRule clock) {
        var sentences = new ArrayList<String>();
        if (clock.then().isEmpty()) {
            sentences.add(context.t("method.warn", Math.round(clock.warnAt() * 100)));
        }
        clock.escalations()
                .forEach(escalation ->
                        sentences.add(context.t("method.escalate", limit(escalation.after()), role(escalation.to()))));
        clock.again().ifPresent(again -> sentences.add(context.t("method.again", limit(again))));
        if (clock.open()) {
            sentences.add(context.t("method.promise"));
        }
        clock.then()
                .map(method.actions()::get)
                .ifPresent(action -> sentences.add(context.t("method.then", text(action.name()))));
        return sentences;
    }

    /** The limits that actions set for a clock, for example 接单：难度 为 难度较大 时 15 个工作日. */
    public List<String> otherLimits(ClockRule clock) {
        var limits = new ArrayList<String>();
        for (var action : method.actions().values()) {
            var name = text(action.name());
            var cases = action.limit().getOrDefault(clock.id(), List.of());
            cases.stream()
                    .map(option -> when(option.when(), term(option.then()), cases.size() > 1))
                    .reduce((first, second) -> first + context.t("list.semicolon") + second)
                    .ifPresent(text -> limits.add(context.t("method.sets", name, text)));
            var renewed = action.renew().get(clock.id());
            if (renewed != null) {
                limits.add(context.t("method.renews", name, term(renewed)));
            }
            var extension = action.extend().get(clock.id());
            if (extension != null) {
                limits.add(context.t(
                        "method.extends", name, text(method.field(extension).name())));
            }
        }
        return limits;
    }

    /** An outcome with its condition. An outcome without one is marked as "otherwise" if there are other cases. */
    private String when(Guard guard, String outcome, boolean oneOfSeveral) {
        if (guard.source().isEmpty()) {
            return oneOfSeveral ? context.t("method.otherwise", outcome) : outcome;
        }
        return context.t("method.when", guard(guard), outcome);
    }

    /** A guard in words. If there are none for it, the text only says that there is a condition. */
    String guard(Guard guard) {
        return new GuardWording(this).describe(guard.source()).orElseGet(() -> context.t("guard.other"));
    }

    /** The name of the offices of a level. */
    String level(String level) {
        return context.t("level." + level);
    }

    /** A text of the rulebook in the language of the reader. */
    public String text(LocalizedText localized) {
        return context.w(localized);
    }
}
