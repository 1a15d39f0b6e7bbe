package org.liudan.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which addresses webhooks may lead to: none that lies within, unless {@code liudan.webhooks.private-addresses} says so. */
@Component
class WebhookAddresses {

    private final boolean allowPrivate;

    WebhookAddresses(@Value("${liudan.webhooks.private-addresses:false}") boolean within) {
        this.allowPrivate = within;
    }

    /** The address, if something may be sent there; looked up anew each time, since names move. */
    Optional<URI> allowed(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            var host = uri.getHost();
            return host != null
                            && ("https".equals(scheme) || "http".equals(scheme))
                            && uri.getUserInfo() == null
                            && (allowPrivate
                                    || Arrays.stream(InetAddress.getAllByName(host))
                                            .noneMatch(WebhookAddresses::isPrivate))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException | UnknownHostException nowhere) {
            return Optional.empty();
        }
    }

    static boolean isPrivate(InetAddress address) {
        var bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                // unique local addresses of IPv6, and shared ones of carriers
                || bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc
                || bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    }
}
