package org.liudan.database;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the database is available. After a reported failure it is checked every second, on a connection outside the pool,
 * until it answers. Meanwhile requests can be refused at once.
 */
@Component
public class DatabaseHealth {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
    private static final String TIMEOUT = "3";

    private final @Nullable HikariDataSource pool;
    private final AtomicBoolean checking = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long unavailableSince;

    DatabaseHealth(DataSource source) {
        this.pool = source instanceof HikariDataSource hikari ? hikari : null;
    }

    /** True while the database is known to be unavailable. */
    public boolean away() {
        return unavailableSince != 0;
    }

    /** Reports that the database could not be reached; starts the checks. */
    public void doubt() {
        if (pool != null && checking.compareAndSet(false, true)) {
            var thread = new Thread(() -> checkUntilAvailable(pool), "database-pulse");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @PreDestroy
    void end() {
        stopped.countDown();
    }

    private void checkUntilAvailable(HikariDataSource source) {
        try {
            while (!isAvailable(source)) {
                if (unavailableSince == 0) {
                    unavailableSince = System.nanoTime();
                    LOG.error("数据库连不上，恢复前一律答复 503 / The database can't be reached; until it can, the answer is 503");
                }
                if (stopped.await(1, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        if (unavailableSince != 0) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - unavailableSince);
            LOG.warn("数据库 {} 秒后恢复 / The database is back after {} s", seconds, seconds);
            unavailableSince = 0;
        }
        checking.set(false);
    }

    private static boolean isAvailable(HikariDataSource source) {
        var properties = new Properties();
        properties.setProperty("user", String.valueOf(source.getUsername()));
        properties.setProperty("password", String.valueOf(source.getPassword()));
        properties.setProperty("connectTimeout", TIMEOUT);
        properties.setProperty("socketTimeout", TIMEOUT);
        properties.setProperty("loginTimeout", TIMEOUT);
        try (var connection = DriverManager.getConnection(source.getJdbcUrl(), properties)) {
            return connection.isValid(1);
        } catch (SQLException unavailable) {
            return false;
        }
    }
}
