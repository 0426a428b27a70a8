package io.tillflow.connectors.web;

import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.connectors.secrets.VaultCare;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Secrets can be set, replaced and deleted; their values are never answered. */
@RestController
@RequestMapping("/api/v1/secrets")
class SecretsController {
    private final Secrets secrets;
    private final VaultCare vault;

    SecretsController(Secrets secrets, VaultCare vault) {
        this.secrets = secrets;
        this.vault = vault;
    }

    record Given(@Nullable String value, @Nullable String by) {
        @Override
        public String toString() {
            return "Given[hidden, by " + by + "]";
        }
    }

    @GetMapping
    List<Secrets.Shown> all() {
        return secrets.all();
    }

    /** How long the vault that secrets come from can be opened. */
    @GetMapping("/vault")
    VaultCare.Shown vault() {
        return vault.shown();
    }

    @PutMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable String name, @RequestBody Given given) {
        secrets.set(
                new SecretName(name), given.value() == null ? "" : given.value(), given.by() == null ? "" : given.by());
    }

    @DeleteMapping("/{name}")
    ResponseEntity<Void> delete(@PathVariable String name) {
        return secrets.delete(new SecretName(name))
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }
}
