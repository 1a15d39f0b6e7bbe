package org.liudan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How passwords are hashed. */
class PasswordRulesTest {

    private static final int KIND_AND_COST = "$2a$11$".length();

    @Test
    void checking_the_dummy_hash_costs_as_much_as_checking_a_real_one() {
        assertThat(PasswordRules.DUMMY_HASH.substring(0, KIND_AND_COST))
                .isEqualTo(PasswordRules.hash("Somebody-1").substring(0, KIND_AND_COST));
        assertThat(PasswordRules.DUMMY_HASH).hasSameSizeAs(PasswordRules.hash("Somebody-1"));
        assertThat(PasswordRules.matches("Somebody-1", PasswordRules.DUMMY_HASH))
                .isFalse();
    }
}
