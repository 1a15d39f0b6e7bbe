package org.liudan.patrols;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liudan.identity.SignedIn;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The patrol of the signed-in viewer, and the page of the keepers. */
@Controller
class PatrolPages {

    /** The texts of the page's scripts; the message key of each is {@code patrol.app.} and its name. */
    private static final List<String> WORDS = List.of(
            "drop",
            "drop-photo",
            "photo-busy",
            "photo-most",
            "photo-kept",
            "too-large",
            "required",
            "number",
            "not-yet",
            "refused",
            "reach",
            "reached",
            "reach-place",
            "metres",
            "kilometres",
            "no-position",
            "by-distance",
            "overdue",
            "due",
            "group",
            "none-found",
            "nothing-due",
            "no-list",
            "noted",
            "noted-at",
            "received-at",
            "aside-at",
            "opened",
            "state-draft",
            "state-waiting",
            "state-refused",
            "state-sent",
            "state-aside",
            "unsent",
            "sent",
            "list-of",
            "list-asked",
            "list-keeping",
            "list-old",
            "state",
            "last-visit",
            "never",
            "back",
            "go-on",
            "route",
            "page",
            "kept",
            "drop-sure",
            "already-sent",
            "there-at",
            "there-at-only",
            "locating",
            "stands",
            "aside-why",
            "hindered-sent",
            "hindered-look",
            "hindered-offline",
            "hindered-sign-in",
            "hindered-other",
            "hindered-later",
            "sign-in");

    private final Pages pages;
    private final Rulebook rulebook;
    private final Directories directories;
    private final DueSubjects due;
    private final OfflinePackMaker packs;
    private final Keepers keepers;

    PatrolPages(
            Pages pages,
            Rulebook rulebook,
            Directories directories,
            DueSubjects due,
            OfflinePackMaker packs,
            Keepers keepers) {
        this.pages = pages;
        this.rulebook = rulebook;
        this.directories = directories;
        this.due = due;
        this.packs = packs;
        this.keepers = keepers;
    }

    @GetMapping("/patrol")
    View patrol(HttpServletRequest request) {
        var viewer = SignedIn.required();
        var context = pages.screen(request);
        var pack = packs.of(context, viewer, due.of(viewer));
        return pages.show(
                "patrols/patrol",
                new PatrolPage(
                        pack.account(),
                        pack.stops().stream().map(PatrolPages::row).toList(),
                        words(context)));
    }

    @GetMapping("/patrol/keepers")
    View keepers(HttpServletRequest request) {
        var context = pages.screen(request);
        var rows = keepers.of(SignedIn.required()).stream()
                .map(keeper -> new KeepersPage.Row(
                        name(context, keeper.register()),
                        keeper.keeper(),
                        keeper.overdue(),
                        keeper.soon(),
                        keeper.never(),
                        keeper.address("overdue"),
                        keeper.address("soon"),
                        keeper.address("never")))
                .toList();
        return pages.show(
                "patrols/keepers",
                new KeepersPage(
                        rows, rows.stream().mapToLong(KeepersPage.Row::overdue).sum()));
    }

    private String name(PageContext context, String register) {
        return context.w(rulebook.current(directories.district(), register).name());
    }

    private static PatrolPage.Row row(OfflinePack.Stop stop) {
        var subject = stop.subject();
        var place = stop.place();
        return new PatrolPage.Row(
                subject.address(),
                subject.title(),
                subject.register(),
                place.place().isEmpty() ? place.region() : place.region() + " " + place.place(),
                subject.keeper(),
                stop.schedule().due(),
                stop.schedule().light());
    }

    private static Map<String, String> words(PageContext context) {
        return WORDS.stream().collect(Collectors.toMap(word -> word, word -> context.t("patrol.app." + word)));
    }
}
