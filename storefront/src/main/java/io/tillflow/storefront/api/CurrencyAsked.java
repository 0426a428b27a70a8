package io.tillflow.storefront.api;

import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.money.Currencies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses a currency the shop does not sell in, rather than naming prices in another. */
@Configuration
class CurrencyAsked implements HandlerInterceptor, WebMvcConfigurer {
    private final Currencies currencies;
    private final Shelf shelf;

    CurrencyAsked(Currencies currencies, Shelf shelf) {
        this.currencies = currencies;
        this.shelf = shelf;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/api/v1/**")
                .excludePathPatterns("/api/v1/admin/**", "/api/v1/service/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String currency = request.getParameter("currency");
        if (currency != null && !currencies.offers(currency)) {
            throw ShopProblem.invalid("currency", "The shop does not sell in it.");
        }
        if (currency != null && !shelf.isPricedIn(currency)) {
            throw new ShopProblem(HttpStatus.SERVICE_UNAVAILABLE, "not-yet", "Its prices are about to be there.")
                    .header(HttpHeaders.RETRY_AFTER, "5");
        }
        return true;
    }
}
