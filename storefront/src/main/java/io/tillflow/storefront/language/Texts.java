package io.tillflow.storefront.language;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.web.util.HtmlUtils;

/**
 * What the shop says, from {@code texts/LANGUAGE/AREA.properties}. Blanks are as in {@link MessageFormat}: {0}, {1}; a plural
 * is a choice.
 */
public final class Texts {
    static final List<String> AREAS = List.of("shop", "cart", "order", "account", "help", "words");

    private static final Map<Language, Map<String, String>> TEXTS = read();

    private Texts() {}

    /** In the language of the request that is being answered. */
    public static String say(String key, Object... blanks) {
        return say(Language.current(), key, blanks);
    }

    public static String say(Language language, String key, Object... blanks) {
        String text = Objects.requireNonNull(TEXTS.get(language)).get(key);
        if (text == null) {
            throw new IllegalArgumentException("expected a text \"" + key + "\" in " + language);
        }
        return blanks.length == 0 ? text : new MessageFormat(text, language.locale()).format(blanks);
    }

    /** A text with mark-up of its own; what fills its blanks is only text. */
    public static Content html(String key, Object... blanks) {
        Object[] harmless = Arrays.stream(blanks)
                .map(blank -> blank instanceof Number ? blank : HtmlUtils.htmlEscape(String.valueOf(blank)))
                .toArray();
        String text = say(key, harmless);
        return output -> output.writeContent(text);
    }

    static Map<String, String> all(Language language) {
        return Objects.requireNonNull(TEXTS.get(language));
    }

    private static Map<Language, Map<String, String>> read() {
        Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> known = new HashMap<>();
            AREAS.forEach(area -> read("/texts/" + language.code() + "/" + area + ".properties")
                    .forEach((key, text) -> known.put(String.valueOf(key), String.valueOf(text))));
            texts.put(language, Map.copyOf(known));
        }
        return texts;
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
