package io.tillflow.studio.models;

import io.tillflow.studio.lint.ModelFile;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How a file calls itself to people. */
final class SourceName {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PROCESS_TAG = Pattern.compile("<(?:\\w+:)?process\\b([^>]*)>");
    private static final Pattern DEFINITIONS_TAG = Pattern.compile("<(?:\\w+:)?definitions\\b([^>]*)>");
    private static final Pattern NAME = Pattern.compile("\\sname=\"([^\"]{1,200})\"");

    private SourceName() {}

    static String of(ModelFile.Kind kind, String fileName, String source) {
        Optional<String> name = switch (kind) {
            case BPMN -> attribute(PROCESS_TAG, source);
            case DMN -> attribute(DEFINITIONS_TAG, source);
            case FORM -> formName(source);
            case UNKNOWN -> Optional.empty();
        };
        return name.filter(text -> !text.isBlank()).orElseGet(() -> words(stem(fileName)));
    }

    /** "order-fulfilment.bpmn" without its ending. */
    static String stem(String fileName) {
        return fileName.replaceFirst("(?i)\\.(bpmn20\\.xml|bpmn|dmn|form)$", "");
    }

    private static Optional<String> attribute(Pattern tag, String source) {
        Matcher element = tag.matcher(source);
        if (!element.find()) {
            return Optional.empty();
        }
        Matcher name = NAME.matcher(element.group(1));
        return name.find() ? Optional.of(plain(name.group(1))) : Optional.empty();
    }

    private static String plain(String escaped) {
        return escaped.replace("&#10;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static Optional<String> formName(String source) {
        try {
            return Optional.of(JSON.readTree(source).path("name").asString(""));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String words(String stem) {
        String spaced = stem.replaceAll("[-_.]+", " ").strip();
        return spaced.isEmpty() ? stem : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
