package org.liudan.patrols;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liudan.identity.SignedIn;
import org.liudan.web.Assets;
import org.liudan.web.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The patrol as an installable app on a phone: its manifest, its service worker, and its offline data. */
@RestController
class PatrolApp {

    private static final List<String> STYLES = List.of(
            "liudan",
            "tokens",
            "base",
            "layout",
            "chain",
            "forms",
            "lists",
            "timeline",
            "figures",
            "administration",
            "methods",
            "registers",
            "patrol",
            "print");
    private static final String HTMX = "/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final Pages pages;
    private final Assets assets;
    private final DueSubjects due;
    private final OfflinePackMaker packs;
    private final JsonMapper json;
    private final PatrolScripts scripts = PatrolScripts.read();

    PatrolApp(Pages pages, Assets assets, DueSubjects due, OfflinePackMaker packs, JsonMapper json) {
        this.pages = pages;
        this.assets = assets;
        this.due = due;
        this.packs = packs;
        this.json = json;
    }

    /** The signed-in account, and the CSRF token for the next form. */
    record FormToken(String account, String name, String value) {}

    @GetMapping("/patrol/token")
    ResponseEntity<FormToken> token(HttpServletRequest request) {
        var context = pages.screen(request);
        return uncached(new FormToken(SignedIn.required().account(), context.csrfName(), context.csrfValue()));
    }

    @GetMapping("/patrol/pack")
    ResponseEntity<OfflinePack> pack(HttpServletRequest request) {
        var viewer = SignedIn.required();
        return uncached(packs.of(pages.screen(request), viewer, due.of(viewer)));
    }

    @GetMapping("/patrol/app.webmanifest")
    ResponseEntity<byte[]> manifest(HttpServletRequest request) {
        var context = pages.screen(request);
        var icons = List.of("192", "512").stream()
                .map(size -> Map.of(
                        "src",
                        assets.url("/img/patrol-" + size + ".png"),
                        "sizes",
                        size + "x" + size,
                        "type",
                        "image/png",
                        "purpose",
                        "any"))
                .toList();
        var manifest = Map.of(
                "id",
                "/patrol",
                "name",
                context.t("patrol.app-name"),
                "short_name",
                context.t("patrol.title"),
                "lang",
                context.lang(),
                "start_url",
                "/patrol",
                "scope",
                "/patrol",
                "display",
                "standalone",
                "background_color",
                "#faf8f3",
                "theme_color",
                "#9e1b1e",
                "icons",
                icons);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/manifest+json"))
                .cacheControl(CacheControl.noCache())
                .body(json.writeValueAsBytes(manifest));
    }

    /** Returns the service worker that answers offline. Its text changes when any file that it caches changes. */
    @GetMapping("/patrol/worker.js")
    ResponseEntity<String> worker() {
        var cached = Stream.of(
                        STYLES.stream().map(style -> assets.url("/css/" + style + ".css")),
                        PatrolScripts.NAMES.stream().map(PatrolScripts::url),
                        Stream.of(assets.url("/js/liudan.js"), assets.url("/img/chain.svg"), HTMX))
                .flatMap(urls -> urls)
                .toList();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/patrol")
                .body("const KEPT = %s;%nconst VERSION = \"%s\";%n%s"
                        .formatted(json.writeValueAsString(cached), scripts.version(cached), scripts.worker()));
    }

    private static <T> ResponseEntity<T> uncached(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
