package io.tillflow.studio.presence;

import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Who has a model open, and signs of life of a window that has; the studio's own editor sends them like any other. */
@RestController
@RequestMapping("/api/v1/models/{id}/presence")
class PresenceApi {
    private final Presence presence;
    private final CurrentUser user;

    PresenceApi(Presence presence, CurrentUser user) {
        this.presence = presence;
        this.user = user;
    }

    /** Absent as long as it has not changed. */
    record Sign(@Nullable Boolean unsaved) {}

    @GetMapping
    Map<String, List<Present>> all(@PathVariable String id) {
        model(id);
        return Map.of("windows", presence.of(id));
    }

    /** Counts the window for the next half minute; its name is up to who sends it. */
    @PutMapping("/{window}")
    @RolesAllowed(Role.Is.ANALYST)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(
            @PathVariable String id, @PathVariable String window, @RequestBody(required = false) @Nullable Sign sign) {
        model(id);
        if (!window.matches("[A-Za-z0-9-]{1,64}")) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "A window's name has letters, digits and hyphens, at most 64.");
        }
        Boolean unsaved = sign == null ? null : sign.unsaved();
        if (!presence.seen(window, id, user.name(), unsaved)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Somebody else has a window of this name open.");
        }
        if (unsaved != null) {
            presence.changed(id);
        }
    }

    @DeleteMapping("/{window}")
    @RolesAllowed(Role.Is.ANALYST)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable String id, @PathVariable String window) {
        model(id);
        presence.gone(window, id, user.name());
    }

    private void model(String id) {
        if (!presence.isModel(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no model " + id + ".");
        }
    }
}
