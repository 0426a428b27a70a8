package io.tillflow.exporter.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** Tells listeners which process instances changed, when the connection's transaction commits. */
public final class Notification {

    static final String ALL = "*";

    private static final int LONGEST = 7_500;

    private Notification() {}

    public static void send(Connection connection, Set<String> instances) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("SELECT pg_notify('history', ?)")) {
            notify.setString(1, payload(instances));
            notify.execute();
        }
    }

    static String payload(Set<String> instances) {
        String keys = "[" + String.join(",", instances) + "]";
        return keys.getBytes(StandardCharsets.UTF_8).length > LONGEST ? ALL : keys;
    }
}
