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

/** Puts the parts of a method into the reader's words. */
public record MethodWording(PageContext context, Method method) {

    /** Who, for example 街道 跟单员. */
    public String role(Role role) {
        return role instanceof Role.PostOf post
                ? context.t("method.post", text(method.party(post.party()).name()), context.post(post.post()))
                : context.t("role." + role);
    }

    public String roles(List<Role> roles) {
        return roles.stream().map(this::role).collect(Collectors.joining(context.t("list.or")));
    }

    public String step(String id) {
        if (id.equals(Action.BACK)) {
            return context.t("method.back");
        }
        return id.equals(Action.SAME)
                ? context.t("method.same")
                : text(method.step(id).name());
    }

    /** Where an action leads, each case with its condition; empty when the order stays. */
    public String destinations(Action action) {
        return action.to().stream()
                .map(one -> when(one.when(), step(one.then()), action.to().size() > 1))
                .collect(Collectors.joining(context.t("list.semicolon")));
    }

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

    /** What happens to a clock that runs out, and before, in sentences. */
    public List<String> consequences(ClockRule clock) {
        var course = new ArrayList<String>();
        if (clock.then().isEmpty()) {
            course.add(context.t("method.warn", Math.round(clock.warnAt() * 100)));
        }
        clock.escalations().forEach(one -> course.add(context.t("method.escalate", limit(one.after()), role(one.to()))));
        clock.again().ifPresent(again -> course.add(context.t("method.again", limit(again))));
        if (clock.open()) {
            course.add(context.t("method.promise"));
        }
        clock.then()
                .map(method.actions()::get)
                .ifPresent(action -> course.add(context.t("method.then", text(action.name()))));
        return course;
    }

    /** Other limits that actions give a clock, for example 接单：难度 为 难度较大 时 15 个工作日. */
    public List<String> otherLimits(ClockRule clock) {
        var limits = new ArrayList<String>();
        for (var action : method.actions().values()) {
            var name = text(action.name());
            var cases = action.limit().getOrDefault(clock.id(), List.of());
            cases.stream()
                    .map(one -> when(one.when(), term(one.then()), cases.size() > 1))
                    .reduce((one, other) -> one + context.t("list.semicolon") + other)
                    .ifPresent(said -> limits.add(context.t("method.sets", name, said)));
            var renewed = action.renew().get(clock.id());
            if (renewed != null) {
                limits.add(context.t("method.renews", name, term(renewed)));
            }
            var longer = action.extend().get(clock.id());
            if (longer != null) {
                limits.add(context.t(
                        "method.extends", name, text(method.field(longer).name())));
            }
        }
        return limits;
    }

    /** Under a guard, something; without one, that something, or "otherwise" where other cases come before. */
    private String when(Guard guard, String then, boolean oneOfSeveral) {
        if (guard.source().isEmpty()) {
            return oneOfSeveral ? context.t("method.otherwise", then) : then;
        }
        return context.t("method.when", guard(guard), then);
    }

    /** A guard in words; where there are none, that there is a condition. */
    String guard(Guard guard) {
        return new GuardWording(this).describe(guard.source()).orElseGet(() -> context.t("guard.other"));
    }

    /** What people call the offices of a level. */
    String level(String level) {
        return context.t("level." + level);
    }

    public String text(LocalizedText words) {
        return context.w(words);
    }
}
