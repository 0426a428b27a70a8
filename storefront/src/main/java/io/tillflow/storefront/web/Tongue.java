package io.tillflow.storefront.web;

import io.tillflow.storefront.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;

/** Pages speak the language of their address; the API speaks the one it is asked in. */
@Component("localeResolver")
class Tongue extends AbstractLocaleResolver {
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return language(request).locale();
    }

    static Language language(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        }
        return request.getAttribute(Speaking.LANGUAGE) instanceof Language spoken ? spoken : Language.EN;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is in the address");
    }
}
