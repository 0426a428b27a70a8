package io.tillflow.storefront.accounts;

import io.tillflow.storefront.accounts.AccountLetters.Opened;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody changes about their own account; what could be misused takes the password again. */
@Service
public class AccountChanges {
    private final Accounts accounts;
    private final AccountLetters letters;
    private final LetterStops stops;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignIn signIn;
    private final ClaimOrders orders;
    private final TransactionTemplate transaction;

    AccountChanges(
            Accounts accounts,
            AccountLetters letters,
            LetterStops stops,
            Passwords passwords,
            Sessions sessions,
            SignIn signIn,
            ClaimOrders orders,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.letters = letters;
        this.stops = stops;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
        this.orders = orders;
        this.transaction = transaction;
    }

    public Proven prove(Account account, String password) {
        return signIn.prove(account, password);
    }

    public void rename(Account account, String name) {
        accounts.setName(account.id(), name);
    }

    /** Ends every session and answers a new one for the browser that asked. */
    @Transactional
    public String changePassword(Account account, String password) {
        accounts.setPassword(account.id(), passwords.digest(password));
        sessions.endAll(account.id());
        letters.invalidate(LetterKind.RESET, account.email());
        letters.keepAddress(account.id(), account.email());
        letters.send(LetterKind.PASSWORD_CHANGED, account.email(), account.id());
        return sessions.open(account.id(), false);
    }

    /**
     * Asks the new address whether it is theirs; until it answers, nothing changes, and a taken one hears just that. An address
     * that was asked before can't answer any more. Answers until when to wait if too many were asked.
     */
    @Transactional
    public Optional<Instant> askForAddress(Account account, String email, String client) {
        Optional<Instant> wait = letters.tooMany(client, account.id());
        if (wait.isEmpty()) {
            boolean taken = accounts.credentials(email).isPresent();
            letters.keepAddress(account.id(), email);
            letters.send(taken ? LetterKind.HAS_ACCOUNT : LetterKind.NEW_ADDRESS, email, taken ? null : account.id());
        }
        return wait;
    }

    public Optional<String> newAddress(UUID letter, String key) {
        return letters.open(LetterKind.NEW_ADDRESS, letter, key).map(Opened::email);
    }

    /** The account's address from now on; nothing when the link is used, too old or not ours, or somebody else has it by now. */
    public Optional<String> changeAddress(UUID letter, String key) {
        try {
            return transaction.execute(change -> change(letter, key));
        } catch (DuplicateKeyException somebodyElseWasFirst) {
            return Optional.empty();
        }
    }

    private Optional<String> change(UUID letter, String key) {
        Optional<Opened> used = letters.use(LetterKind.NEW_ADDRESS, letter, key);
        if (used.isEmpty() || accounts.credentials(used.get().email()).isPresent()) {
            return Optional.empty();
        }
        UUID id = Objects.requireNonNull(used.get().account());
        Account account = accounts.find(id).orElseThrow();
        orders.of(id, account.email());
        accounts.setEmail(id, used.get().email());
        if (stops.stopped(account.email())) {
            stops.stop(used.get().email());
        }
        orders.of(id, used.get().email());
        letters.invalidate(LetterKind.RESET, account.email());
        letters.keepAddress(id, used.get().email());
        letters.send(LetterKind.ADDRESS_CHANGED, account.email(), id);
        return used.map(Opened::email);
    }
}
