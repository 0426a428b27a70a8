package io.tillflow.launcher.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The smallest questions one can ask a web server. */
public final class Http {

    private static final int MILLIS = 2_000;

    private Http() {}

    /** @return the status code, or -1 when nobody answers */
    public static int status(URI uri) {
        try {
            HttpURLConnection connection = open("GET", uri);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return -1;
        }
    }

    /** @return what is answered, or nothing when nobody answers or the answer is an error */
    public static Optional<String> text(String method, URI uri) {
        try {
            HttpURLConnection connection = open(method, uri);
            try (InputStream answer = connection.getInputStream()) {
                return Optional.of(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static HttpURLConnection open(String method, URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        return connection;
    }
}
