package org.liudan.identity;

import java.util.List;
import org.liudan.engine.method.Reason;

/** The result of creating an account or resetting a password. */
public sealed interface OneTimePasswordResult {

    /** Done; the password can be used once, and is shown only now. */
    record OneTimePassword(String password) implements OneTimePasswordResult {}

    /** Refused; nothing has changed. */
    record RefusedAppointment(List<Reason> reasons) implements OneTimePasswordResult {}
}
