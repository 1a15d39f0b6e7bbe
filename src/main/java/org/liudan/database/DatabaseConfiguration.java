package org.liudan.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DataFolder dataFolder(@Value("${liudan.data:data}") Path folder) {
        return new DataFolder(folder);
    }

    /** Used unless {@code spring.datasource.url} names another PostgreSQL. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
    static class Embedded {

        @Bean
        OwnDatabase ownDatabase(DataFolder folder, @Value("${liudan.join:false}") boolean join) {
            return OwnDatabase.open(folder, join);
        }

        @Bean
        DataSource dataSource(OwnDatabase database, @Value("${liudan.connections:20}") int connections) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(database.url());
            pool.setUsername("postgres");
            pool.setPassword(database.password());
            pool.setMaximumPoolSize(connections);
            return pool;
        }
    }
}
