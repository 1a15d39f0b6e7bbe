package org.liudan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void a_database_that_is_unreachable_stopping_or_a_standby_is_an_outage() {
        for (var state : new String[] {"08001", "08006", "57P01", "57P03", "53300", "25006"}) {
            assertThat(Outage.behind(new IllegalStateException(new SQLException("gone", state))))
                    .as(state)
                    .contains(Outage.AWAY);
        }
        assertThat(Outage.behind(new SQLTransientConnectionException("no connection within 5000 ms")))
                .contains(Outage.AWAY);
    }

    @Test
    void a_full_disk_of_the_database_or_of_the_program_is_an_outage() {
        assertThat(Outage.behind(new SQLException("could not extend file", "53100")))
                .contains(Outage.FULL);
        assertThat(Outage.behind(new IllegalStateException(new IOException("No space left on device"))))
                .contains(Outage.FULL);
    }

    @Test
    void a_faulty_statement_or_file_is_not_an_outage() {
        assertThat(Outage.behind(new SQLException("duplicate key", "23505"))).isEmpty();
        assertThat(Outage.behind(new SQLException("no state"))).isEmpty();
        assertThat(Outage.behind(new IOException("broken pipe"))).isEmpty();
    }
}
