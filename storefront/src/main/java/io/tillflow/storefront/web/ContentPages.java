package io.tillflow.storefront.web;

import io.tillflow.storefront.pages.PageRack;
import io.tillflow.storefront.pages.ShownPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** What merchants write: imprint, terms, delivery and pages of their own. Whoever has read one asks only whether it changed. */
@Controller
class ContentPages {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final PageRack pages;
    private final Shells shells;
    private final StructuredData data;
    private final Templates templates;

    ContentPages(PageRack pages, Shells shells, StructuredData data, Templates templates) {
        this.pages = pages;
        this.shells = shells;
        this.data = data;
        this.templates = templates;
    }

    @GetMapping("/help/{name:[a-z0-9-]{1,60}}")
    @Nullable
    ResponseEntity<byte[]> page(HttpServletRequest request, WebRequest web, @PathVariable String name) {
        ShownPage page = pages.page(name).orElseThrow(NotHere::new);
        Shell shell = shells.of(request, page.text().title())
                .described(page.summary())
                .asOf(page.text().writtenAt().toEpochMilli());
        byte[] body = templates.render("contentpage", Map.of("shell", shell, "page", page, "data", data.of(page)));
        CRC32 crc = new CRC32();
        crc.update(body);
        String tag = "W/\"" + Long.toHexString(crc.getValue()) + "-" + body.length + "\"";
        if (web.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(HTML)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(body);
    }
}
