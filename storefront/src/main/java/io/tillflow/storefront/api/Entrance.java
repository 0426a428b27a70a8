package io.tillflow.storefront.api;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.AccountCart;
import io.tillflow.storefront.accounts.AccountChanges;
import io.tillflow.storefront.accounts.Joining;
import io.tillflow.storefront.accounts.Sessions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a session to the program that asked, with the account's cart: all of it or nothing, so that no link is used up in vain. */
@Component
class Entrance {
    private final Joining joining;
    private final AccountChanges changes;
    private final Sessions sessions;
    private final AccountCart carts;

    Entrance(Joining joining, AccountChanges changes, Sessions sessions, AccountCart carts) {
        this.joining = joining;
        this.changes = changes;
        this.sessions = sessions;
        this.carts = carts;
    }

    /**
     * What came of signing in.
     *
     * @param token to be sent as a bearer's; while a code is needed, only with the code
     * @param expiresAt at the latest; earlier when unused
     */
    record Entry(
            String token,
            boolean codeNeeded,
            @Nullable Instant expiresAt,
            @Nullable UUID cartId) {}

    @Transactional
    public Optional<Entry> join(UUID letter, String key, Joining.Person person, @Nullable UUID guests) {
        return switch (joining.join(letter, key, person)) {
            case Joining.Result.In in -> Optional.of(enter(in.token(), in.account(), guests));
            case Joining.Result.Outdated outdated -> Optional.empty();
        };
    }

    /** Every other session ends. */
    @Transactional
    public Entry changePassword(Account account, String password) {
        return enter(changes.changePassword(account, password), account, null);
    }

    @Transactional
    public Entry enter(String token, Account account, @Nullable UUID guests) {
        Instant until = sessions.handToProgram(token);
        return new Entry(token, false, until, carts.of(account.id(), Optional.ofNullable(guests)));
    }
}
