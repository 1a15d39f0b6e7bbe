package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.MethodVersions;
import org.liudan.rulebook.MethodVersions.Published;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.Pages;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The methods in force, their versions, and the YAML text of each. */
@RestController
class MethodCalls {

    private static final String METHOD = "/api/v1/methods/{id:[a-z0-9-]+}";
    private static final String VERSION = "/versions/{version:\\d{1,6}}";

    /** The methods in force. */
    record MethodList(List<MethodListEntry> methods) {}

    /** A method in a list. */
    record MethodListEntry(String id, int version, String name, boolean confidential) {}

    /** All versions of a method, the newest first. */
    record VersionList(List<VersionListEntry> versions) {}

    /** A version in a list. */
    record VersionListEntry(int version, Instant publishedAt) {}

    private final Pages pages;
    private final Rulebook rulebook;
    private final MethodVersions versions;
    private final Directories directories;

    MethodCalls(Pages pages, Rulebook rulebook, MethodVersions versions, Directories directories) {
        this.pages = pages;
        this.rulebook = rulebook;
        this.versions = versions;
        this.directories = directories;
    }

    @GetMapping("/api/v1/methods")
    MethodList methods(HttpServletRequest request) {
        var context = pages.screen(request);
        return new MethodList(rulebook.inForce(directories.district()).stream()
                .map(method -> new MethodListEntry(
                        method.id(), method.version(), context.w(method.name()), method.confidential()))
                .toList());
    }

    @GetMapping(METHOD)
    MethodFacts method(HttpServletRequest request, @PathVariable String id) {
        return facts(request, id, published(id).get(0).number());
    }

    @GetMapping("/api/v1/methods/{id:[a-z0-9-]+}.yaml")
    ResponseEntity<String> text(@PathVariable String id) {
        return yaml(published(id).get(0));
    }

    @GetMapping(METHOD + "/versions")
    VersionList versions(@PathVariable String id) {
        return new VersionList(published(id).stream()
                .map(version -> new VersionListEntry(version.number(), version.at()))
                .toList());
    }

    @GetMapping(METHOD + VERSION)
    MethodFacts version(HttpServletRequest request, @PathVariable String id, @PathVariable int version) {
        return facts(request, id, published(id, version).number());
    }

    @GetMapping(METHOD + VERSION + ".yaml")
    ResponseEntity<String> versionText(@PathVariable String id, @PathVariable int version) {
        return yaml(published(id, version));
    }

    private MethodFacts facts(HttpServletRequest request, String id, int version) {
        return MethodFacts.of(rulebook.version(directories.district(), id, version), pages.screen(request));
    }

    private List<Published> published(String id) {
        var published = versions.of(directories.district(), id);
        if (published.isEmpty()) {
            throw ApiRefusal.of(404);
        }
        return published;
    }

    private Published published(String id, int version) {
        return published(id).stream()
                .filter(candidate -> candidate.number() == version)
                .findFirst()
                .orElseThrow(() -> ApiRefusal.of(404));
    }

    private static ResponseEntity<String> yaml(Published published) {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .body(published.text());
    }
}
