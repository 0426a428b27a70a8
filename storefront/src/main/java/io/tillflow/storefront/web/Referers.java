package io.tillflow.storefront.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;

/** Where a form was sent from, so that whoever sent it finds themselves there again. */
final class Referers {
    private Referers() {}

    /** A page of this shop, else {@code otherwise}. */
    static String of(HttpServletRequest request, String otherwise) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return otherwise;
        }
        try {
            URI page = URI.create(referer);
            String path = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            return AccountEntry.local(path).equals(path) ? path : otherwise;
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
