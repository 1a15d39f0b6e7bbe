package org.liudan.rulepages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.drawing.MethodWording;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;
import org.liudan.orders.forms.ActionForms;
import org.liudan.orders.wording.ClockView;
import org.liudan.orders.wording.EventNarrator;
import org.liudan.orders.wording.HistoryEntry;
import org.liudan.privacy.Seals;
import org.liudan.rulepages.Rehearsal.RehearsalResult;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Lets an imaginary order go through a method and tells how it stands. */
@Component
class Trials {

    private final ActionForms forms;
    private final Seals seals;

    Trials(ActionForms forms, Seals seals) {
        this.forms = forms;
        this.seals = seals;
    }

    /**
     * What is asked for.
     *
     * @param next the scene to add; none when only the order as it stands is to be shown
     * @param chosen the action whose form to show; empty for none
     * @param at the time that was typed and has not come yet
     */
    record TrialRequest(List<TrialScene> scenes, Optional<TrialScene> next, String chosen, String at) {

        static final TrialRequest BEGIN = new TrialRequest(List.of(), Optional.empty(), "", "");
    }

    TrialView view(PageContext screen, Method method, TrialRequest wish) {
        var rehearsal = new Rehearsal(method, screen.directory(), screen.calendar(), seals::seal);
        var scenes = new ArrayList<>(wish.scenes());
        wish.next().ifPresent(scenes::add);
        var lived = rehearsal.play(scenes, screen.now().truncatedTo(ChronoUnit.MINUTES));
        boolean refused = !lived.refused().isEmpty();
        var chosen = refused ? scenes.get(lived.played()).action() : wish.chosen();
        var sent = refused ? scenes.get(lived.played()) : new TrialScene("", "", "", Map.of());
        var typed = rehearsal.time(refused ? sent.at() : wish.at());
        var then = screen.at(lived.now());
        var words = new MethodWording(then, method);
        return new TrialView(
                scenes.subList(0, lived.played()).stream()
                        .map(TrialScene::toString)
                        .toList(),
                lived.now(),
                local(
                        typed.filter(at -> lived.events().isEmpty() || at.isAfter(lived.now()))
                                .orElse(lived.now()),
                        screen),
                lived.order().events() == 0 ? "" : words.step(lived.order().step()),
                lived.order()
                        .holder()
                        .map(seat -> screen.unit(seat.unit()) + " " + screen.post(seat.post()))
                        .orElse(""),
                lived.order().open(),
                clocks(then, method, lived),
                history(then, method, lived),
                rehearsal.possibleActions(lived).stream()
                        .map(action -> new Choice(action.id(), words.text(action.name())))
                        .toList(),
                Optional.ofNullable(method.actions().get(chosen)).map(action -> chosen(words, action, lived, sent)),
                lived.refused());
    }

    private static String local(Instant now, PageContext screen) {
        return now.atZone(screen.calendar().hours().zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static List<ClockView> clocks(PageContext then, Method method, RehearsalResult lived) {
        return lived.order().running().stream()
                .map(run -> ClockView.of(run, then.w(method.clock(run.clock()).name()), then))
                .toList();
    }

    private List<HistoryEntry> history(PageContext then, Method method, RehearsalResult lived) {
        var telling = new EventNarrator(then, method, List.of(), seals);
        var told = new ArrayList<>(
                lived.events().stream().map(telling::forOfficers).toList());
        Collections.reverse(told);
        return told;
    }

    private TrialView.TrialForm chosen(MethodWording words, Action action, RehearsalResult lived, TrialScene sent) {
        var method = words.method();
        var seats = new TrialSeats(
                method, lived.order(), sent.answers(), words.context().directory());
        var roles = action.by().stream()
                .filter(role -> !(role instanceof Role.Machine))
                .map(role -> new Choice(role.toString(), words.role(role) + unit(words.context(), seats, role)))
                .toList();
        return new TrialView.TrialForm(
                action.id(),
                words.text(action.name()),
                roles,
                sent.role().isEmpty() && !roles.isEmpty() ? roles.get(0).value() : sent.role(),
                forms
                        .fields(
                                words.context(),
                                method,
                                action,
                                lived.order(),
                                Map.copyOf(sent.answers()),
                                lived.refused())
                        .stream()
                        .filter(field -> !field.type().files())
                        .toList());
    }

    private static String unit(PageContext screen, TrialSeats seats, Role role) {
        return role instanceof Role.Resident
                ? ""
                : seats.seat(role)
                        .map(seat -> screen.t("trial.seat", screen.unit(seat.unit()), screen.post(seat.post())))
                        .orElse("");
    }
}
