package org.liudan.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data source, and the embedded database behind it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Milliseconds that a request waits for a connection before it is answered with 503. */
    private static final int CONNECTION_TIMEOUT = 5_000;

    /** Migrations get connections without a socket timeout, because they may take long without a response. */
    @Bean
    FlywayConfigurationCustomizer migrationsWithoutTimeout(DataSource source) {
        return flyway -> {
            if (source instanceof HikariDataSource pool) {
                flyway.dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
            }
        };
    }

    @Bean
    DataFolder dataFolder(@Value("${liudan.data:data}") Path folder) {
        return new DataFolder(folder);
    }

    /** Used unless {@code spring.datasource.url} is set to another PostgreSQL. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
    static class Embedded {

        @Bean
        EmbeddedDatabase embeddedDatabase(DataFolder folder, @Value("${liudan.join:false}") boolean join) {
            return EmbeddedDatabase.open(folder, join);
        }

        @Bean
        DataSource dataSource(
                EmbeddedDatabase database,
                @Value("${liudan.connections:20}") int connections,
                @Value("${liudan.silence:60}") int silence) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(database.url());
            pool.setUsername("postgres");
            pool.setPassword(database.password());
            pool.setMaximumPoolSize(connections);
            pool.addDataSourceProperty("socketTimeout", String.valueOf(silence));
            pool.setConnectionTimeout(CONNECTION_TIMEOUT);
            pool.setValidationTimeout(CONNECTION_TIMEOUT / 2);
            return pool;
        }
    }
}
