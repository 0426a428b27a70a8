package io.tillflow.studio.shop;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The shop's pages, written by merchants; who kept, showed or hid one is in the audit. */
@Service
@RolesAllowed(Role.Is.MERCHANT)
public class PageDesk {
    private static final int NOT_FOUND = 404;

    private final ShopWire wire;
    private final Audit audit;
    private final CurrentUser user;

    PageDesk(ShopWire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    List<ContentPage> all() {
        return List.of(wire.get("/admin/pages", ContentPage[].class));
    }

    ContentPage.Whole page(String page, String language) {
        return wire.get(path(page, language), ContentPage.Whole.class);
    }

    /** One that is not there yet begins empty. */
    ContentPage.Whole pageOrFresh(String page, String language) {
        try {
            return page(page, language);
        } catch (Refused refused) {
            if (refused.status() != NOT_FOUND) {
                throw refused;
            }
            return ContentPage.Whole.fresh(
                    page, language, page("imprint", language).blanks());
        }
    }

    /** Keeps a text; shoppers do not read it yet. */
    void write(String page, String language, ContentPage.Draft draft) {
        Map<String, Object> sent = Map.of(
                "title", text(draft.title()), "body", text(draft.body()), "seen", draft.seen(), "by", user.name());
        wire.send("PUT", path(page, language), sent);
        audit.record("page.written", "page/" + page, null, Map.of("language", language, "after", draft.seen()));
    }

    void show(String page, String language, int version) {
        wire.send("PUT", path(page, language) + "/shown", Map.of("version", version, "by", user.name()));
        audit.record("page.shown", "page/" + page, null, Map.of("language", language, "version", version));
    }

    void hide(String page, String language) {
        wire.send("DELETE", path(page, language) + "/shown", null);
        audit.record("page.hidden", "page/" + page, Map.of("language", language), null);
    }

    void delete(String page) {
        wire.send("DELETE", "/admin/pages/" + ShopBook.encoded(page), null);
        audit.record("page.deleted", "page/" + page, Map.of(), null);
    }

    ContentPage.Look look(String language, String body) {
        String path = "/admin/pages/" + ShopBook.encoded(language) + "/look";
        return wire.send("POST", path, Map.of("body", body), ContentPage.Look.class);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static String path(String page, String language) {
        return "/admin/pages/" + ShopBook.encoded(page) + "/" + ShopBook.encoded(language);
    }
}
