package io.tillflow.studio.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every feature's texts, one file a feature and language: {@code i18n/<feature>.properties}, {@code _de}. */
@Component
class Texts implements I18NProvider {
    private final Map<String, String> english = new HashMap<>();
    private final Map<String, String> german = new HashMap<>();

    Texts() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
                boolean isGerman = String.valueOf(file.getFilename()).endsWith("_de.properties");
                Properties properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> (isGerman ? german : english).put(key.toString(), text.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.ENGLISH, Locale.GERMAN);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        String text = english.getOrDefault(key, key);
        if (locale.getLanguage().equals("de")) {
            text = german.getOrDefault(key, text);
        }
        return values.length == 0 ? text : new MessageFormat(text.replace("'", "''"), locale).format(values);
    }
}
