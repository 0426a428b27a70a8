package io.tillflow.studio.repair;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What programs read of problems; pages say the same in the language of who reads them. */
final class Sentences {

    private static final Properties ENGLISH = load();

    private Sentences() {}

    static String english(String why, List<String> with) {
        String text = ENGLISH.getProperty("repair." + why);
        if (text == null) {
            throw new IllegalArgumentException("expected i18n/repair.properties to say repair." + why);
        }
        return new MessageFormat(text.replace("'", "''"), Locale.ENGLISH).format(with.toArray());
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (InputStream file =
                Objects.requireNonNull(Sentences.class.getResourceAsStream("/i18n/repair.properties"))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
