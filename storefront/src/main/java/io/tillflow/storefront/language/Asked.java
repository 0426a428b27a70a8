package io.tillflow.storefront.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * How the request that is being answered wants to be answered.
 *
 * @param currency ISO 4217; null for the shop's own
 */
public record Asked(Locale locale, @Nullable String currency) implements LocaleContext {
    @Override
    public Locale getLocale() {
        return locale;
    }

    /** Empty where nobody asks, and where the shop's own currency is meant. */
    public static @Nullable String currentCurrency() {
        return LocaleContextHolder.getLocaleContext() instanceof Asked asked ? asked.currency() : null;
    }
}
