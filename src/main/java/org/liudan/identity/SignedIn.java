package org.liudan.identity;

import java.util.Optional;
import org.liudan.audit.AuditSource;
import org.springframework.security.core.context.SecurityContextHolder;

/** The user who is signed in on the current request. */
public final class SignedIn {

    private SignedIn() {}

    /** The signed-in user; empty if there is none. */
    public static Optional<Viewer> viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
                ? Optional.of(viewer)
                : Optional.empty();
    }

    /**
     * The source of audit entries for this request.
     *
     * @param address the network address of the client
     * @throws IllegalStateException if nobody is signed in
     */
    public static AuditSource from(String address) {
        return new AuditSource(required().account(), address);
    }

    /**
     * The signed-in user, on pages that require signing in.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public static Viewer required() {
        return viewer().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }
}
