package io.tillflow.connectors.messaging.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Says codes in a shopper's words; what isn't a code is somebody's own words and stays. */
public final class Words {
    private final Map<String, Properties> known = new ConcurrentHashMap<>();

    /** In English. */
    public String say(String code) {
        return say(Letter.ENGLISH, code);
    }

    /** In a language, or in English where nobody wrote it down. */
    public String say(String language, String code) {
        String folder = language.equals(Letter.ENGLISH) || !language.matches("[a-z]{2}") ? "" : language + "/";
        String said = known.computeIfAbsent(folder, Words::read).getProperty(code);
        return said == null ? known.computeIfAbsent("", Words::read).getProperty(code, code) : said;
    }

    private static Properties read(String folder) {
        Properties words = new Properties();
        try (InputStream file = Words.class.getResourceAsStream("/letters/" + folder + "words.properties")) {
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
