package io.tillflow.storefront.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** A language of the shop. Its pages have addresses of their own, so that each can be found, linked and kept. */
public enum Language {
    EN("English", ""),
    DE("Deutsch", "/de");

    private final String title;
    private final String prefix;

    Language(String title, String prefix) {
        this.title = title;
        this.prefix = prefix;
    }

    /** What its speakers call it. */
    public String title() {
        return title;
    }

    public String code() {
        return locale().getLanguage();
    }

    public Locale locale() {
        return this == DE ? Locale.GERMAN : Locale.ENGLISH;
    }

    /** Where a page of the shop is in this language; what is no page of the shop stays as it is. */
    public String path(String path) {
        boolean page = path.startsWith("/") && !path.startsWith("//") && ofPath(path) == EN;
        return page ? prefix + path : path;
    }

    /** The language an address belongs to. */
    public static Language ofPath(String path) {
        return DE.owns(path) ? DE : EN;
    }

    private boolean owns(String path) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() || "/?#".indexOf(path.charAt(prefix.length())) >= 0);
    }

    /** The same address without its language. */
    public String without(String path) {
        String rest = path.substring(prefix.length());
        return rest.isEmpty() ? "/" : rest;
    }

    public static Optional<Language> of(@Nullable String code) {
        return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
    }

    /** What suits a header as browsers send it best; English when none does. */
    public static Language accepted(@Nullable String header) {
        if (header == null || header.length() > 200) {
            return EN;
        }
        try {
            List<Locale> known = Arrays.stream(values()).map(Language::locale).toList();
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), known);
            return best == null ? EN : of(best.getLanguage()).orElse(EN);
        } catch (IllegalArgumentException unreadable) {
            return EN;
        }
    }

    /** The language of the request that is being answered; English where there is none. */
    public static Language current() {
        LocaleContext context = LocaleContextHolder.getLocaleContext();
        Locale locale = context == null ? null : context.getLocale();
        return locale == null ? EN : of(locale.getLanguage()).orElse(EN);
    }

    /** Does something as if it was asked for in this language. */
    public <T> T speaking(Supplier<T> work) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocaleContext(new Asked(locale(), Asked.currentCurrency()));
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** Where a page is in the language of the request; what is no page of the shop stays as it is. */
    public static @Nullable String to(@Nullable String path) {
        return path == null ? null : current().path(path);
    }
}
