package org.liudan.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.liudan.api.EventFacts;
import org.liudan.privacy.Seals;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends an event to a webhook as a signed request. */
@Component
class WebhookRequest {

    static final String SIGNATURE = "Liudan-Signature";
    static final String TIMESTAMP = "Liudan-Timestamp";
    static final String EVENT = "Liudan-Event";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final WebhookAddresses addresses;
    private final Seals seals;
    private final JsonMapper json;
    private final Clock clock;

    WebhookRequest(WebhookAddresses addresses, Seals seals, JsonMapper json, Clock clock) {
        this.addresses = addresses;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
    }

    /** Sends an event. Returns the reason of the failure; empty if the status was 2xx. */
    Optional<String> send(Webhook webhook, EventFacts event) throws InterruptedException {
        var address = addresses.allowed(webhook.url());
        if (address.isEmpty()) {
            return Optional.of("not an address that may be sent to");
        }
        try {
            var response = client.send(request(address.get(), webhook, event), HttpResponse.BodyHandlers.discarding());
            return response.statusCode() / 100 == 2 ? Optional.empty() : Optional.of("HTTP " + response.statusCode());
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.of(broken.getClass().getSimpleName());
        }
    }

    private HttpRequest request(URI address, Webhook webhook, EventFacts event) {
        var body = json.writeValueAsString(event);
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(EVENT, event.id())
                .header(TIMESTAMP, timestamp)
                .header(SIGNATURE, "sha256=" + signature(seals.open(webhook.secret()), timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** The HMAC-SHA256 of a text in hexadecimal. */
    static String signature(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
