package io.tillflow.launcher.suite;

import io.tillflow.launcher.settings.Port;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Secrets.Secret;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where the suite's database is and who the suite is there. */
public record Database(String url, String user, String password) {

    static final String NAME = "tillflow";

    /** The external database of the settings, or the one the launcher starts. */
    public static Database of(Settings settings, Secrets secrets) {
        if (settings.externalDatabase()) {
            return new Database(
                    settings.text(Setting.DATABASE_URL),
                    settings.text(Setting.DATABASE_USER),
                    settings.text(Setting.DATABASE_PASSWORD));
        }
        int port = settings.ports().of(Port.DATABASE);
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, NAME, secrets.get(Secret.DATABASE_PASSWORD));
    }

    /** The same as {@code psql} takes it, with user and password. */
    public String libpq() {
        String rest = url.replaceFirst("^jdbc:postgresql:(//)?", "");
        return "postgresql://" + encode(user) + ":" + encode(password) + "@" + rest;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A connection that gives up soon rather than hang. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("loginTimeout", "3");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("ApplicationName", "tillflow launcher");
        return DriverManager.getConnection(url, properties);
    }
}
