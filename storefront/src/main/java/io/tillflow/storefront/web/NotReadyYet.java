package io.tillflow.storefront.web;

import io.tillflow.storefront.database.ShopSchema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Until the shelves are filled for the first time, every page says so. */
@Configuration
class NotReadyYet implements HandlerInterceptor, WebMvcConfigurer {
    private final ShopSchema schema;
    private final Troubles troubles;

    NotReadyYet(ShopSchema schema, Troubles troubles) {
        this.schema = schema;
        this.troubles = troubles;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/**")
                .excludePathPatterns("/assets/**", "/img/**", "/favicon.svg", "/actuator/**", "/error");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (schema.ready()) {
            return true;
        }
        response.setStatus(503);
        response.setHeader("Retry-After", "2");
        if (request.getRequestURI().startsWith("/api/")) {
            response.setContentType("application/problem+json");
            response.getOutputStream().write("""
                    {"type":"database-away","title":"Service Unavailable","status":503,\
                    "detail":"The shop is not open yet. Try again in a moment."}""".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return false;
        }
        ResponseEntity<byte[]> page = troubles.away(request);
        page.getHeaders().forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        byte[] body = page.getBody();
        response.getOutputStream().write(body == null ? new byte[0] : body);
        return false;
    }
}
