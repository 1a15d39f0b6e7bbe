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
    record Wish(Optional<String> password, boolean made, String done, List<Reason> reasons, Seat seat) {

        private static final Seat NONE = new Seat("", "");

        static Wish made(String password) {
            return new Wish(Optional.of(password), true, "", List.of(), NONE);
        }

        static Wish reset(String password) {
            return new Wish(Optional.of(password), false, "", List.of(), NONE);
        }

        static Wish done(String key) {
            return new Wish(Optional.empty(), false, key, List.of(), NONE);
        }

        static Wish again(List<Reason> reasons, Seat seat) {
            return new Wish(Optional.empty(), false, "", reasons, seat);
        }
    }

    PersonPage page(PageContext screen, Person person, Wish wish) {
        return new PersonPage(
                person.account(),
                person.name(),
                state(person, screen),
                person.endedAt().isPresent(),
                person.account().equals(SignedIn.required().account()),
                person.seats().stream()
                        .map(seat -> new PersonPage.Post(
                                seat.unit() + "/" + seat.post(), screen.unit(seat.unit()), screen.post(seat.post())))
                        .toList(),
                wish.password(),
                wish.made(),
                Optional.of(wish.done()).filter(done -> !done.isEmpty()),
                wish.reasons(),
                wish.seat().unit(),
                wish.seat().post(),
                PostChoices.of(screen));
    }

    /** The state as the end of a message key: {@code must-change}. */
    static String state(Person person, PageContext screen) {
        return person.state(screen.now()).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
