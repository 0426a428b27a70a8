package io.tillflow.studio.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token as its owner sees it later: never the secret, only how it begins. */
public record ApiToken(
        UUID id,
        String name,
        String prefix,
        Set<Role> roles,
        String owner,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
