package org.liudan.administration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Person;
import org.liudan.identity.SignedIn;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Puts the page of an account together. */
@Component
class PersonPageMaker {

    /**
     * What the page is asked to show besides the account.
     *
     * @param done what was just done, as a message key; empty for nothing
     * @param seat the post that was asked for when the form comes back
     */
    record PersonPageState(Optional<String> password, boolean created, String done, List<Reason> reasons, Seat seat) {

        private static final Seat NONE = new Seat("", "");

        static PersonPageState created(String password) {
            return new PersonPageState(Optional.of(password), true, "", List.of(), NONE);
        }

        static PersonPageState reset(String password) {
            return new PersonPageState(Optional.of(password), false, "", List.of(), NONE);
        }

        static PersonPageState done(String key) {
            return new PersonPageState(Optional.empty(), false, key, List.of(), NONE);
        }

        static PersonPageState redisplay(List<Reason> reasons, Seat seat) {
            return new PersonPageState(Optional.empty(), false, "", reasons, seat);
        }
    }

    PersonPage page(PageContext context, Person person, PersonPageState state) {
        return new PersonPage(
                person.account(),
                person.name(),
                state(person, context),
                person.endedAt().isPresent(),
                person.account().equals(SignedIn.required().account()),
                person.seats().stream()
                        .map(seat -> new PersonPage.HeldPost(
                                seat.unit() + "/" + seat.post(), context.unit(seat.unit()), context.post(seat.post())))
                        .toList(),
                state.password(),
                state.created(),
                Optional.of(state.done()).filter(done -> !done.isEmpty()),
                state.reasons(),
                state.seat().unit(),
                state.seat().post(),
                PostChoices.of(context));
    }

    /** The state as the end of a message key: {@code must-change}. */
    static String state(Person person, PageContext context) {
        return person.state(context.now()).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
