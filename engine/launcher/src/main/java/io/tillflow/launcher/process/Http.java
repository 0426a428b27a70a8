package io.tillflow.launcher.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The smallest question one can ask a web server: how are you? */
public final class Http {

    private static final int MILLIS = 2_000;

    private Http() {}

    /** @return the status code, or -1 when nobody answers */
    public static int status(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return -1;
        }
    }
}
