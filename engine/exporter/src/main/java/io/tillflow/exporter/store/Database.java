package io.tillflow.exporter.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** How to reach the database; the driver is used directly, for the broker's class loader hides it from the driver manager. */
public record Database(String url, String user, String password) {

    private static final String CONNECT_TIMEOUT_SECONDS = "5";
    private static final String SOCKET_TIMEOUT_SECONDS = "60";

    public Database {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("expected a url like jdbc:postgresql://host:5432/name, but was " + url);
        }
    }

    /** A connection for short statements: a server that does not answer for a minute counts as lost. */
    public Connection connect(String applicationName) throws SQLException {
        Properties properties = properties(applicationName);
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        return open(properties);
    }

    /** A connection for statements that may take long, such as comparing whole tables. */
    public Connection connectForLongWork(String applicationName) throws SQLException {
        return open(properties(applicationName));
    }

    private Connection open(Properties properties) throws SQLException {
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("expected a PostgreSQL url, but was " + url);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private Properties properties(String applicationName) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_TIMEOUT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
