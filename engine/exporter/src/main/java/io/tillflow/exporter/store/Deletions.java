package io.tillflow.exporter.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/**
 * What operators deleted by hand, which neither a late record nor the archive may bring back. The deleting itself is
 * {@code delete_ended} of the schema, so that whoever calls it and whoever replays it do the same.
 */
public final class Deletions {

    /** As in the migration that deletes: held shared while records are written. */
    private static final long LOCK = 0x7469_6c6c_666c_6f78L;

    private Deletions() {}

    /** Keeps others from deleting until the connection's transaction ends; asked for before anything is written. */
    public static void holdOff(Connection connection) throws SQLException {
        execute(connection, "SELECT pg_advisory_xact_lock_shared(" + LOCK + ")");
    }

    /** Waits until nobody writes, and keeps everybody from it until the connection's transaction ends. */
    public static void lock(Connection connection) throws SQLException {
        execute(connection, "SELECT pg_advisory_xact_lock(" + LOCK + ")");
    }

    /** Removes what was just written about instances that are deleted already. */
    public static void again(Connection connection, String schema, Collection<String> instances) throws SQLException {
        try (PreparedStatement forget =
                connection.prepareStatement("SELECT " + schema + ".forget(array_agg(key), '{}')" + " FROM " + schema
                        + ".deletion WHERE key = ANY (?::bigint[]) AND kind = 'INSTANCE' HAVING count(*) > 0")) {
            Array keys = connection.createArrayOf("text", instances.toArray());
            forget.setArray(1, keys);
            forget.execute();
        }
    }

    /** Deletes from a rebuilt schema what another one says is deleted. */
    public static void replay(Connection connection, String rebuilt, String deletions) throws SQLException {
        execute(connection, """
                SELECT %s.forget(coalesce(array_agg(key) FILTER (WHERE kind = 'INSTANCE'), '{}'),
                                 coalesce(array_agg(key) FILTER (WHERE kind = 'MESSAGE'), '{}')) FROM %s""".formatted(rebuilt, deletions));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
