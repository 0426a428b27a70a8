package io.tillflow.storefront.web;

import io.tillflow.storefront.events.EventKind;
import io.tillflow.storefront.events.EventLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes which kind of page was opened; never the address itself, which may hold an order's token. */
@Configuration
class PageViews implements HandlerInterceptor, WebMvcConfigurer {
    private final Footprints footprints;

    PageViews(Footprints footprints) {
        this.footprints = footprints;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/**")
                .excludePathPatterns(
                        "/assets/**",
                        "/img/**",
                        "/favicon.svg",
                        "/api/**",
                        "/actuator/**",
                        "/sandbox/**",
                        "/prices/**",
                        "/error",
                        "/search/suggestions",
                        "/p/*/price",
                        "/p/*/card-price",
                        "/orders/*/live",
                        "/orders/*/events",
                        "/robots.txt",
                        "/sitemap.xml");
    }

    /** Before the page is made: what comes after its last byte could come after somebody took their word back. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean page = "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null;
        if (page && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
            footprints.note(request, EventKind.PAGE_VIEW, null, EventLog.data("page", pattern));
        }
        return true;
    }
}
