package io.tillflow.connectors.messaging.letter;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Says codes in a shopper's words; what isn't a code is somebody's own words and stays. */
public final class Words {
    private final Properties known = new Properties();

    public Words() {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/letters/words.properties")),
                StandardCharsets.UTF_8)) {
            known.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String say(String code) {
        return known.getProperty(code, code);
    }
}
