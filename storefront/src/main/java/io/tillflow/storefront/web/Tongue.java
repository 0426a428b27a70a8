package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.language.Asked;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Currencies;
import io.tillflow.storefront.money.Money;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;
import org.springframework.web.util.WebUtils;

/**
 * Pages speak the language of their address and name prices in the currency their reader chose; the API does both as it is
 * asked to. Whoever works for the shop gets its own currency.
 */
@Component("localeResolver")
class Tongue extends AbstractLocaleContextResolver {
    /** The cookie, and the API's parameter. */
    static final String CURRENCY = "currency";

    private final Currencies currencies;
    private final Shelf shelf;

    Tongue(Currencies currencies, Shelf shelf) {
        this.currencies = currencies;
        this.shelf = shelf;
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        String currency = wanted(request).filter(this::sells).orElse(Money.BASE);
        return new Asked(language(request).locale(), currency);
    }

    /** Whether prices may be named in it now. */
    boolean sells(String currency) {
        return currencies.offers(currency) && shelf.isPricedIn(currency);
    }

    /** Whoever shops may say in which currency; empty where nobody did. */
    static Optional<String> wanted(HttpServletRequest request) {
        if (!isApi(request)) {
            Cookie chosen = WebUtils.getCookie(request, CURRENCY);
            return Optional.ofNullable(chosen).map(Cookie::getValue);
        }
        return isForShoppers(request) ? Optional.ofNullable(request.getParameter(CURRENCY)) : Optional.empty();
    }

    private static boolean isForShoppers(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/v1/admin/") && !path.startsWith("/api/v1/service/");
    }

    static Language language(HttpServletRequest request) {
        if (isApi(request)) {
            return Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        }
        return request.getAttribute(Speaking.LANGUAGE) instanceof Language spoken ? spoken : Language.EN;
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("the language is in the address");
    }
}
