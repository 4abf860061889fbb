package io.holdfast.benchmarks.peer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Statistics queries to the databases. */
final class Sql {
    private Sql() {}

    /** The size of the events table with its indexes. */
    static long postgresBytes(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select pg_total_relation_size('domainevententry')")) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell how large its table is", e);
        }
    }
}
