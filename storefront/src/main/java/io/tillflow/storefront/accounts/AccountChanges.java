package io.tillflow.storefront.accounts;

import io.tillflow.storefront.accounts.AccountLetters.Opened;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody changes about their own account; what could be misused takes the password again. */
@Service
public class AccountChanges {
    private final Accounts accounts;
    private final AccountLetters letters;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignIn signIn;
    private final ClaimOrders orders;

    AccountChanges(
            Accounts accounts,
            AccountLetters letters,
            Passwords passwords,
            Sessions sessions,
            SignIn signIn,
            ClaimOrders orders) {
        this.accounts = accounts;
        this.letters = letters;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
        this.orders = orders;
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
        letters.send(LetterKind.PASSWORD_CHANGED, account.email(), account.id());
        return sessions.open(account.id(), false);
    }

    /** Asks the new address whether it is theirs; until it answers, nothing changes, and a taken one hears just that. */
    @Transactional
    public void askForAddress(Account account, String email) {
        boolean taken = accounts.credentials(email).isPresent();
        letters.send(taken ? LetterKind.HAS_ACCOUNT : LetterKind.NEW_ADDRESS, email, taken ? null : account.id());
    }

    public Optional<String> newAddress(UUID letter, String key) {
        return letters.open(LetterKind.NEW_ADDRESS, letter, key).map(Opened::email);
    }

    /** The account's address from now on; nothing when the link is used, too old or not ours, or somebody else has it by now. */
    @Transactional
    public Optional<String> changeAddress(UUID letter, String key) {
        Optional<Opened> used = letters.use(LetterKind.NEW_ADDRESS, letter, key);
        if (used.isEmpty() || accounts.credentials(used.get().email()).isPresent()) {
            return Optional.empty();
        }
        UUID id = Objects.requireNonNull(used.get().account());
        Account account = accounts.find(id).orElseThrow();
        orders.of(id, account.email());
        accounts.setEmail(id, used.get().email());
        orders.of(id, used.get().email());
        letters.invalidate(LetterKind.RESET, account.email());
        letters.send(LetterKind.ADDRESS_CHANGED, account.email(), id);
        return used.map(Opened::email);
    }
}
