package org.liudan.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Checks the addresses of webhooks. Private addresses are refused unless {@code liudan.webhooks.private-addresses} is true. */
@Component
class WebhookAddresses {

    private final boolean allowPrivate;

    WebhookAddresses(@Value("${liudan.webhooks.private-addresses:false}") boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** The address, if it is allowed. The host name is resolved each time, because its IP address may change. */
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
        } catch (URISyntaxException | UnknownHostException invalid) {
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
                // unique local addresses of IPv6 (fc00::/7), and carrier-grade NAT (100.64.0.0/10)
                || bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc
                || bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    }
}
