package io.tillflow.studio.security;

import io.tillflow.studio.audit.Audit;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens as their owners handle them: nobody can give a token more than they may do themselves. */
@Service
public class Keys {
    private final Tokens tokens;
    private final CurrentUser user;
    private final Audit audit;

    Keys(Tokens tokens, CurrentUser user, Audit audit) {
        this.tokens = tokens;
        this.user = user;
        this.audit = audit;
    }

    /** An administrator sees all tokens, everybody else their own. */
    public List<ApiToken> visible() {
        boolean admin = user.has(Role.ADMIN);
        String me = user.name();
        return tokens.all().stream()
                .filter(token -> admin || token.owner().equals(me))
                .toList();
    }

    /** Creates a token and returns its secret, which cannot be had again. */
    @Transactional
    public String create(String name, Collection<Role> roles, @Nullable Duration validFor) {
        if (roles.isEmpty() || !roles.stream().allMatch(user::has)) {
            throw new IllegalArgumentException("expected roles that " + user.name() + " has, but got " + roles);
        }
        String secret = tokens.create(user.name(), name.strip(), roles, validFor);
        audit.record("token.created", "token/" + name.strip(), null, Map.of("roles", Set.of(Users.names(roles))));
        return secret;
    }

    /** Ends a token at once. */
    @Transactional
    public void revoke(UUID id) {
        ApiToken token = visible().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("expected a token of " + user.name() + ", but " + id + " is not"));
        tokens.revoke(id);
        audit.record("token.revoked", "token/" + token.name(), null, null);
    }
}
