package io.tillflow.studio.connectors;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.LanguageModels.Calls;
import io.tillflow.studio.connectors.LanguageModels.Prompt;
import io.tillflow.studio.connectors.LanguageModels.Prompts;
import io.tillflow.studio.connectors.LanguageModels.Told;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people do about language models; each change by those who may, and in the audit. */
@Service
class LanguageModelsDesk {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,49}");

    private final Wire wire;
    private final Audit audit;
    private final CurrentUser user;

    LanguageModelsDesk(Wire wire, Audit audit, CurrentUser user) {
        this.wire = wire;
        this.audit = audit;
        this.user = user;
    }

    public LanguageModels now() {
        return wire.get("/ai", LanguageModels.class);
    }

    /** The newest first. */
    public Calls calls(@Nullable Long before, int limit) {
        return wire.get("/ai/calls?limit=" + limit + (before == null ? "" : "&before=" + before), Calls.class);
    }

    public Prompts prompts() {
        return wire.get("/ai/prompts", Prompts.class);
    }

    /** The newest first. */
    public Prompts versions(String name) {
        return wire.get(path(name), Prompts.class);
    }

    /** A new version, in use from the next question on. */
    @RolesAllowed(Role.Is.ANALYST)
    public Prompt write(String name, @Nullable String text) {
        Map<String, String> asked = Map.of("text", text == null ? "" : text, "by", user.name());
        Prompt written = wire.send("PUT", path(name), asked, Prompt.class);
        audit.record("prompt.changed", "prompt/" + name, null, Map.of("version", written.version()));
        return written;
    }

    /** Asks as a step would; what names a person is taken out on the way and put back for the asker. */
    @RolesAllowed(Role.Is.ANALYST)
    public Told ask(Map<String, Object> question) {
        Map<String, Object> asked = new LinkedHashMap<>(question);
        asked.put("by", user.name());
        return wire.send("POST", "/ai/questions", asked, Told.class);
    }

    private static String path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a prompt's name must be small letters, digits and '-', like thank-you, was '" + name + "'");
        }
        return "/ai/prompts/" + name;
    }
}
