package io.tillflow.connectors.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.io.JsonStringEncoder;

/** Takes the values of secrets that were used out of texts that leave this process: messages, logs, variables. */
public final class Redaction {
    private final Map<String, String> placeholders = new ConcurrentHashMap<>();

    void remember(SecretName name, String value) {
        remember(value, name.placeholder());
    }

    /**
     * A text made of secrets, such as the credentials of basic authentication or a token they bought. A blank or very short one
     * is left alone: it stands in every other text as well.
     */
    public void remember(String value, String placeholder) {
        if (!Secrets.isLongEnough(value)) {
            return;
        }
        placeholders.put(value, placeholder);
        placeholders.put(URLEncoder.encode(value, StandardCharsets.UTF_8), placeholder);
        placeholders.put(new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)), placeholder);
        placeholders.put(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)), placeholder);
    }

    /** The text with each value replaced by its placeholder, the longest first. */
    public String clean(String text) {
        String clean = text;
        for (Map.Entry<String, String> known : placeholders.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getKey().length()))
                .toList()) {
            clean = clean.replace(known.getKey(), known.getValue());
        }
        return clean;
    }
}
