package io.tillflow.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever asks for a text gets one: a key that no file has would stand on the screen itself. */
class TextKeysTest {
    private static final Pattern ASKED = Pattern.compile("getTranslation\\(\\s*\"([^\"]+)\"\\s*([,)+])");

    @Test
    void everyTextThatAViewAsksForExists() throws IOException {
        Set<String> known = known();
        Set<String> missing = new TreeSet<>();
        int asked = 0;
        for (Path source : files(Path.of("src/main/java"), ".java")) {
            Matcher found = ASKED.matcher(Files.readString(source));
            while (found.find()) {
                asked++;
                String key = found.group(1);
                boolean begins = found.group(2).equals("+");
                if (begins ? known.stream().noneMatch(it -> it.startsWith(key)) : !known.contains(key)) {
                    missing.add(source.getFileName() + ": " + key);
                }
            }
        }
        assertThat(asked).isGreaterThan(500);
        assertThat(missing).isEmpty();
    }

    private static Set<String> known() throws IOException {
        Properties texts = new Properties();
        for (Path file : files(Path.of("src/main/resources/i18n"), ".properties")) {
            if (!file.toString().endsWith("_de.properties")) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
        }
        return texts.stringPropertyNames();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
