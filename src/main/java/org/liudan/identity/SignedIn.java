package org.liudan.identity;

import java.util.Optional;
import org.liudan.audit.AuditSource;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in on this request. */
public final class SignedIn {

    private SignedIn() {}

    public static Optional<Viewer> viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
                ? Optional.of(viewer)
                : Optional.empty();
    }

    /** Who acts on this request, which came from an address. */
    public static AuditSource from(String address) {
        return new AuditSource(required().account(), address);
    }

    /** The viewer, on pages that only somebody signed in can reach. */
    public static Viewer required() {
        return viewer().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }
}
