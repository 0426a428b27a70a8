package io.tillflow.storefront.accounts;

import io.tillflow.storefront.accounts.AccountLetters.Opened;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A new password for whoever can read the address's letters; every other session ends. */
@Service
public class Recovery {
    private final Accounts accounts;
    private final AccountLetters letters;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignIn signIn;

    Recovery(Accounts accounts, AccountLetters letters, Passwords passwords, Sessions sessions, SignIn signIn) {
        this.accounts = accounts;
        this.letters = letters;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
    }

    /** Sends a letter in any case, so that neither the answer nor its time tells whether there is an account. */
    @Transactional
    public Optional<Instant> ask(String email, String client) {
        Optional<Instant> wait = letters.tooMany(client);
        if (wait.isEmpty()) {
            Optional<UUID> known =
                    accounts.credentials(email).map(c -> c.account().id());
            letters.send(known.isPresent() ? LetterKind.RESET : LetterKind.NO_ACCOUNT, email, known.orElse(null));
        }
        return wait;
    }

    public Optional<String> address(UUID letter, String key) {
        return letters.open(LetterKind.RESET, letter, key).map(Opened::email);
    }

    /** False when the link is used, too old or not ours. */
    @Transactional
    public boolean reset(UUID letter, String key, String password) {
        Optional<Opened> used = letters.use(LetterKind.RESET, letter, key);
        if (used.isEmpty()) {
            return false;
        }
        UUID account = Objects.requireNonNull(used.get().account());
        Account owner = accounts.find(account).orElseThrow();
        letters.invalidate(LetterKind.RESET, used.get().email());
        letters.keepAddress(account, owner.email());
        accounts.setPassword(account, passwords.digest(password));
        sessions.endAll(account);
        signIn.unlock(owner.email());
        letters.send(LetterKind.PASSWORD_CHANGED, owner.email(), account);
        return true;
    }
}
