package org.liudan.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs queries of lists without prepared statements. The best plan of a list depends on how selective its filters are, so
 * PostgreSQL must plan each query for its own values. Other statements are prepared once for each connection.
 */
@Component
public class ListQueries {

    private final JdbcClient jdbc;

    ListQueries(DataSource source) {
        this.jdbc = JdbcClient.create(new NamedParameterJdbcTemplate(new UnpreparedTemplate(source)));
    }

    /** A query with named parameters. */
    public JdbcClient.StatementSpec sql(String sql) {
        return jdbc.sql(sql);
    }

    private static final class UnpreparedTemplate extends JdbcTemplate {

        private UnpreparedTemplate(DataSource source) {
            super(source);
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            if (statement instanceof PreparedStatement) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
        }
    }
}
