package io.tillflow.connectors.provider.sandbox;

import java.net.URI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a sandbox's page says, in the shopper's language: English, or German where the bundle is there in it. */
public final class PageWords {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle texts;

    /**
     * @param bundle resources beside the caller's class loader, such as {@code sandbox/pay}
     */
    public PageWords(String bundle, Locale wanted) {
        language = wanted.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
        texts = ResourceBundle.getBundle(bundle, language.equals(Locale.ENGLISH) ? Locale.ROOT : language, NO_FALLBACK);
    }

    /** The language of one of the shop's pages, which is in its address. */
    public static Locale of(String address) {
        String path = URI.create(address).getPath();
        return path != null && path.startsWith("/de/") ? Locale.GERMAN : Locale.ENGLISH;
    }

    public Locale language() {
        return language;
    }

    /** The text of a key, its blanks filled, harmless in HTML. */
    public String text(String key, Object... filled) {
        String text = new MessageFormat(texts.getString(key), language).format(filled);
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
