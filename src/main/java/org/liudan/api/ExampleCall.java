package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** An example call to the API as a shell command. */
public final class ExampleCall {

    private ExampleCall() {}

    /** A {@code curl} command for this server, under the address that the request used. */
    public static String with(String token, HttpServletRequest request) {
        var server =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return "curl -H \"Authorization: Bearer " + token + "\" " + server + "/api/v1/orders";
    }
}
