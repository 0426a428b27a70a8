package io.tillflow.storefront.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells with each page how long its personal parts and recommendations took, all together: {@code Server-Timing: rows;dur=0.41}, in
 * milliseconds. Browsers show it to developers, {@code tillflow bench shop} holds it against its goal.
 */
final class RowTime {
    private static final String SUM = RowTime.class.getName();

    private RowTime() {}

    static <T> T of(Supplier<T> rows) {
        long began = System.nanoTime();
        T made = rows.get();
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page) {
            tell(page, System.nanoTime() - began);
        }
        return made;
    }

    private static void tell(ServletRequestAttributes page, long nanos) {
        long before = page.getAttribute(SUM, RequestAttributes.SCOPE_REQUEST) instanceof Long sum ? sum : 0;
        page.setAttribute(SUM, before + nanos, RequestAttributes.SCOPE_REQUEST);
        HttpServletResponse response = page.getResponse();
        if (response != null) {
            response.setHeader("Server-Timing", String.format(Locale.ROOT, "rows;dur=%.3f", (before + nanos) / 1e6));
        }
    }
}
