package org.liudan.identity;

import org.liudan.database.DataFolder;
import org.liudan.privacy.Seals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    /** Uses {@code liudan.personal-secret}, which several processes can share, or else the secret in the data folder. */
    @Bean
    Seals seals(DataFolder folder, @Value("${liudan.personal-secret:}") String secret) {
        return new Seals(secret.isEmpty() ? folder.secret("personal") : secret);
    }
}
