package io.tillflow.storefront.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Style sheets, scripts and fonts under addresses that change with their content, so browsers keep them for good. */
@Configuration
public class Assets implements WebMvcConfigurer {
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.8/dist/";

    private final ConcurrentHashMap<String, String> addresses = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/", "classpath:/" + HTMX)
                .setCacheControl(
                        CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic().immutable());
        registry.addResourceHandler("/favicon.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(1, TimeUnit.DAYS).cachePublic());
    }

    /** The address of a file in {@code static} or of htmx. */
    public String url(String name) {
        return addresses.computeIfAbsent(name, n -> "/assets/" + n + "?v=" + fingerprint(n));
    }

    private static String fingerprint(String name) {
        ClassPathResource own = new ClassPathResource("static/" + name);
        try (InputStream in = (own.exists() ? own : new ClassPathResource(HTMX + name)).getInputStream()) {
            CRC32 crc = new CRC32();
            crc.update(in.readAllBytes());
            return Long.toHexString(crc.getValue());
        } catch (IOException e) {
            throw new IllegalStateException("expected the file " + name + " in the jar", e);
        }
    }
}
