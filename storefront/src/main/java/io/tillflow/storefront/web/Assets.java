package io.tillflow.storefront.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Scripts and fonts under addresses that change with their content, so browsers keep them for good, and the style that pages carry
 * along: a first page that has to fetch its style sheets shows nothing for half a second on a phone.
 */
@Configuration
public class Assets implements WebMvcConfigurer {
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.8/dist/";

    private static final List<String> SHEETS = List.of("tokens.css", "shop.css", "pages.css");

    private final ConcurrentHashMap<String, String> addresses = new ConcurrentHashMap<>();
    private final String style = SHEETS.stream()
            .map(sheet -> new String(content(sheet), StandardCharsets.UTF_8))
            .map(sheet -> sheet.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\\n\\s*", ""))
            .collect(Collectors.joining());

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

    /** All style sheets, without comments and breaks. */
    public String style() {
        return style;
    }

    /** What a content security policy allows {@link #style} by. */
    String styleHash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected SHA-256 in every JDK", e);
        }
    }

    private static String fingerprint(String name) {
        CRC32 crc = new CRC32();
        crc.update(content(name));
        return Long.toHexString(crc.getValue());
    }

    private static byte[] content(String name) {
        ClassPathResource own = new ClassPathResource("static/" + name);
        try (InputStream in = (own.exists() ? own : new ClassPathResource(HTMX + name)).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("expected the file " + name + " in the jar", e);
        }
    }
}
