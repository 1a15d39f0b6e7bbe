package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A call to begin with, as it is typed where programs are tried out. */
final class FirstCall {

    private FirstCall() {}

    /** The call to this server, as whoever asks reaches it. */
    static String with(String token, HttpServletRequest request) {
        var server =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return "curl -H \"Authorization: Bearer " + token + "\" " + server + "/api/v1/orders";
    }
}
