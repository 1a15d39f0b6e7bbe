package org.liudan.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The rules for passwords (GB/T 22239-2019, 8.1.4.1): length, kinds of characters, and not the name of the account. */
public final class PasswordRules {

    /** The hash of an unknown password, with the same cost as those of {@link #hash}. */
    static final String DUMMY_HASH = "$2a$11$IG07CLQ2EFOgOhlz2JSWMORKerGa5ev7rG1bMrvAw.2QhvJnSXS9O";

    private static final int LENGTH = 10;
    private static final int KINDS = 3;
    private static final List<Pattern> KIND = Stream.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")
            .map(Pattern::compile)
            .toList();
    private static final String READABLE = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BCryptPasswordEncoder ENCODER = new BCryptPasswordEncoder(11);

    private PasswordRules() {}

    /** The message key of the rule that a new password breaks; empty if it is allowed. */
    public static Optional<String> fault(String account, String password) {
        if (password.length() < LENGTH || password.length() > 64) {
            return Optional.of("password.length");
        }
        if (KIND.stream().filter(kind -> kind.matcher(password).find()).count() < KINDS) {
            return Optional.of("password.kinds");
        }
        if (password.toLowerCase(java.util.Locale.ROOT).contains(account.toLowerCase(java.util.Locale.ROOT))) {
            return Optional.of("password.account");
        }
        return Optional.empty();
    }

    /** A random one-time password of letters and digits that are easy to read out. */
    public static String oneTime() {
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    /** The BCrypt hash of a password. */
    public static String hash(String password) {
        return java.util.Objects.requireNonNull(ENCODER.encode(password));
    }

    /** True if the hash was made from the password. */
    public static boolean matches(String password, String hash) {
        return ENCODER.matches(password, hash);
    }
}
