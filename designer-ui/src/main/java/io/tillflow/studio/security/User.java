package io.tillflow.studio.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person who may sign in. */
public record User(
        String name,
        Set<Role> roles,
        boolean disabled,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {}
