package io.tillflow.studio.settings;

import io.tillflow.studio.security.ApiToken;
import io.tillflow.studio.security.Keys;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Tokens, seen and ended by programs; they are made by people only, so that none outlives its end through another. */
@RestController
@RequestMapping("/api/v1/tokens")
@RolesAllowed(Role.Is.ADMIN)
class TokensApi {
    private final Keys keys;

    TokensApi(Keys keys) {
        this.keys = keys;
    }

    @GetMapping
    Map<String, List<ApiToken>> all() {
        return Map.of("tokens", keys.visible());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        if (keys.visible().stream().noneMatch(it -> it.id().equals(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no token " + id + ".");
        }
        keys.revoke(id);
    }
}
