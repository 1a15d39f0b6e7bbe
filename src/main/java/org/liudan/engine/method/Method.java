package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Seat;

/**
 * A way of working: how a matter flows, as a file of the rulebook declares it. All maps keep the file's order.
 *
 * @param measures clocks by which figures judge: {@code answered} and {@code finished}
 * @param table the lines that its figures are reported by; empty where the usual figures are enough
 * @param notice the paper by which its orders are served on a unit; none where they are not
 * @param register what makes it a register; empty for a way of handling orders
 * @param roll how its orders are called over together; empty where they are not
 * @param survey what makes an order the survey of a register; empty where it is none
 * @param readers the only posts, besides who holds it, that may read an order; empty when it isn't confidential
 */
public record Method(
        String id,
        int version,
        LocalizedText name,
        Map<String, Ring> rings,
        Map<String, Party> parties,
        Map<String, LocalizedText> counters,
        Map<String, Field> fields,
        Map<String, ClockRule> clocks,
        Map<String, Step> steps,
        Map<String, Action> actions,
        Map<String, List<String>> measures,
        List<FigureLine> table,
        List<Role.PostOf> readers,
        Optional<WrittenNotice> notice,
        Optional<Register> register,
        Optional<PartsTable> roll,
        Optional<Survey> survey) {

    public Field field(String id) {
        return known(fields, id);
    }

    public Party party(String id) {
        return known(parties, id);
    }

    public ClockRule clock(String id) {
        return known(clocks, id);
    }

    public Step step(String id) {
        return known(steps, id);
    }

    /** The field that says where a matter lies; empty where nothing does. */
    public Optional<String> place() {
        return fields.values().stream()
                .filter(field -> field.type() == FieldType.REGION)
                .map(Field::id)
                .findFirst();
    }

    /** The same method under another version number. */
    public Method as(int number) {
        return new Method(
                id, number, name, rings, parties, counters, fields, clocks, steps, actions, measures, table, readers,
                notice, register, roll, survey);
    }

    /** True for a register that everybody may know of. */
    public boolean openRegister() {
        return register.isPresent() && !confidential();
    }

    public boolean confidential() {
        return !readers.isEmpty();
    }

    /** True when a rule asks later who took the action. */
    public boolean asksWhoDid(String action) {
        return actions.values().stream()
                .map(Action::eyes)
                .anyMatch(eyes -> eyes.otherThan().contains(action)
                        || eyes.otherUnitThan().contains(action));
    }

    /** All orders that its actions open. */
    public List<CrossOrderRule.Opening> openings() {
        return actions.values().stream()
                .flatMap(action -> action.outgoing().opens().stream())
                .toList();
    }

    /** What people call a part that children have; empty where it has no name of its own. */
    public Optional<LocalizedText> part(String as) {
        return openings().stream()
                .filter(opening -> opening.as().equals(as))
                .flatMap(opening -> opening.name().stream())
                .findFirst();
    }

    /** True when somebody like this may raise an order by the action; for which unit of a kind shows when it is filled in. */
    public boolean mightStart(Action start, Actor who, OrganisationLookup offices) {
        return start.by().stream().anyMatch(role -> {
            if (who instanceof Actor.Officer officer) {
                return role instanceof Role.PostOf post && mayBe(officer.seat(), post, offices);
            }
            return who instanceof Actor.Resident ? role instanceof Role.Resident : role instanceof Role.Machine;
        });
    }

    /** True when the seat may be that post of whatever unit plays the part, or stands in for it. */
    private boolean mayBe(Seat seat, Role.PostOf post, OrganisationLookup offices) {
        var party = party(post.party());
        return seat.post().equals(post.post()) && mayPlay(seat.unit(), party.source(), offices)
                || party.otherwise()
                        .filter(standIn -> mayBe(seat, standIn, offices))
                        .isPresent();
    }

    private boolean mayPlay(String unit, Party.Source source, OrganisationLookup offices) {
        if (source instanceof Party.Source.Given given) {
            return given.unit().equals(unit);
        }
        if (source instanceof Party.Source.OfRegion region) {
            return offices.isOf(unit, region.level());
        }
        if (source instanceof Party.Source.Chosen chosen) {
            return offices.isOf(unit, field(chosen.field()).kind().orElse(""));
        }
        return !(source instanceof Party.Source.Only only) || offices.isOf(unit, only.kind());
    }

    /** The actions that raise an order. */
    public List<Action> starts() {
        return actions.values().stream().filter(Action::start).toList();
    }

    private <T> T known(Map<String, T> things, String thing) {
        var found = things.get(thing);
        if (found == null) {
            throw new IllegalArgumentException("Method " + id + " version " + version + " knows no " + thing);
        }
        return found;
    }
}
