package io.tillflow.storefront.api;

import io.tillflow.storefront.ShopSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets only holders of the service token do what services and staff may do. */
@Configuration
class ServiceToken implements HandlerInterceptor, WebMvcConfigurer {
    private static final List<String> GUARDED = List.of("/api/v1/service/", "/api/v1/admin/");

    private final byte[] expected;

    ServiceToken(ShopSettings settings) {
        expected = ("Bearer " + settings.serviceToken()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(GUARDED.stream().map(path -> path + "**").toList());
    }

    static boolean guards(String path) {
        return GUARDED.stream().anyMatch(path::startsWith);
    }

    boolean isIn(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!isIn(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            throw new ShopProblem(HttpStatus.UNAUTHORIZED, "unauthorised", "This needs the service token.");
        }
        return true;
    }
}
