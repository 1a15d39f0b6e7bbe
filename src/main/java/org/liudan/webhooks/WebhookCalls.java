package org.liudan.webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.api.ApiRefusal;
import org.liudan.identity.SignedIn;
import org.liudan.programs.Program;
import org.liudan.programs.Programs;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lists, creates and deletes the webhooks of a program. */
@RestController
class WebhookCalls {

    private static final int MAX_WEBHOOKS = 10;

    /** The webhook to create. */
    record NewWebhook(@Nullable String url) {}

    /** A webhook that was just created, with the key of its signatures, which is not shown again. */
    record CreatedWebhook(long id, String url, String secret) {}

    /** The webhooks of this program. */
    record WebhookList(List<WebhookFacts> webhooks) {}

    /**
     * A webhook in a list.
     *
     * @param after the position of the last event that was delivered
     * @param paused true after too many failures, until the security administrator resumes it
     */
    record WebhookFacts(long id, String url, String after, boolean paused, int failures, Optional<String> failure) {}

    private final Pages pages;
    private final Webhooks webhooks;
    private final WebhookAddresses addresses;

    WebhookCalls(Pages pages, Webhooks webhooks, WebhookAddresses addresses) {
        this.pages = pages;
        this.webhooks = webhooks;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/webhooks")
    WebhookList list() {
        return new WebhookList(ownWebhooks().stream()
                .map(hook -> new WebhookFacts(
                        hook.id(),
                        hook.url(),
                        hook.place().toString(),
                        hook.pausedAt().isPresent(),
                        hook.failures(),
                        hook.failure()))
                .toList());
    }

    @PostMapping("/api/v1/webhooks")
    ResponseEntity<CreatedWebhook> make(HttpServletRequest request, @RequestBody NewWebhook newWebhook) {
        var context = pages.screen(request);
        var url = newWebhook.url() == null ? "" : newWebhook.url();
        if (url.length() > 500 || addresses.allowed(url).isEmpty()) {
            throw ApiRefusal.invalidField("url", context.t("problem.field.url"));
        }
        if (ownWebhooks().size() >= MAX_WEBHOOKS) {
            throw ApiRefusal.of(422, context.t("problem.webhooks", MAX_WEBHOOKS));
        }
        var secret = Programs.randomSecret();
        long id = webhooks.create(program(), url, secret, SignedIn.from(request.getRemoteAddr()));
        return ResponseEntity.status(HttpStatus.CREATED).body(new CreatedWebhook(id, url, secret));
    }

    @DeleteMapping("/api/v1/webhooks/{id:\\d{1,18}}")
    ResponseEntity<Void> end(HttpServletRequest request, @PathVariable long id) {
        if (!webhooks.delete(program(), id, SignedIn.from(request.getRemoteAddr()))) {
            throw ApiRefusal.of(404);
        }
        return ResponseEntity.noContent().build();
    }

    private List<Webhook> ownWebhooks() {
        return webhooks.all().stream()
                .filter(hook -> hook.program() == program())
                .toList();
    }

    private static long program() {
        return Program.idOf(SignedIn.required());
    }
}
