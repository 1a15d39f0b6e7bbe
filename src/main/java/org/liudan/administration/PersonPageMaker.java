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

/** Makes the page of an account. */
@Component
class PersonPageMaker {

    /**
     * What the page shows besides the account.
     *
     * @param password a new one-time password
     * @param created true if the account was just created
     * @param done what was just done, as a message key; empty if nothing was
     * @param seat the submitted post, if the form is shown again
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
                new PersonPage.PersonAccount(
                        person.account(),
                        person.name(),
                        state(person, context),
                        person.endedAt().isPresent(),
                        person.account().equals(SignedIn.required().account())),
                person.seats().stream()
                        .map(seat -> new PersonPage.HeldPost(
                                seat.unit() + "/" + seat.post(), context.unit(seat.unit()), context.post(seat.post())))
                        .toList(),
                state.password(),
                state.created(),
                Optional.of(state.done()).filter(done -> !done.isEmpty()),
                new PersonPage.PostForm(state.seat().unit(), state.seat().post(), state.reasons()),
                PostChoices.of(context));
    }

    /** The state of an account as the end of a message key, for example {@code must-change}. */
    static String state(Person person, PageContext context) {
        return person.state(context.now()).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
