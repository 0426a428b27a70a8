package io.tillflow.studio.connectors;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Letters.Preview;
import io.tillflow.studio.connectors.Letters.Suppressed;
import io.tillflow.studio.connectors.Letters.SuppressionList;
import io.tillflow.studio.connectors.Letters.Templates;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people do about letters; each change by those who may, and in the audit without the address. */
@Service
class LettersDesk {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,49}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final int MOST = 500;

    private final Wire wire;
    private final Audit audit;
    private final CurrentUser user;

    LettersDesk(Wire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    public Templates templates() {
        return wire.get("/messaging/templates", Templates.class);
    }

    public Preview preview(String name, String language) {
        if (!NAME.matcher(name).matches() || !LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException(
                    "expected a letter like order-confirmation and a language like en, but got '" + name + "' and '"
                            + language + "'");
        }
        return wire.get("/messaging/templates/" + name + "?language=" + language, Preview.class);
    }

    /** @param after where the page before ended; null for the first */
    public SuppressionList suppressed(@Nullable Long after) {
        return wire.get(
                "/messaging/suppressed?limit=" + MOST + (after == null ? "" : "&after=" + after),
                SuppressionList.class);
    }

    /** From now on no letter goes there, also none about an order. */
    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public Suppressed suppress(@Nullable String address, @Nullable String reason) {
        Map<String, String> asked = Map.of("address", given(address), "reason", given(reason), "by", user.name());
        Suppressed added = wire.send("POST", "/messaging/suppressed", asked, Suppressed.class);
        audit.record("letters.suppressed", "address/" + added.seq(), null, Map.of("reason", added.reason()));
        return added;
    }

    @RolesAllowed({Role.Is.OPERATOR, Role.Is.MERCHANT})
    public void writeAgain(long seq) {
        wire.send("DELETE", "/messaging/suppressed/" + seq, null);
        audit.record("letters.resumed", "address/" + seq, null, null);
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
