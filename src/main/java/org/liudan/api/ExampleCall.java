package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A call to begin with, as it is typed where programs are tried out. */
public final class ExampleCall {

    private ExampleCall() {}

    /** The call to this server, as whoever asks reaches it. */
    public static String with(String token, HttpServletRequest request) {
        var server =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return "curl -H \"Authorization: Bearer " + token + "\" " + server + "/api/v1/orders";
    }
}
