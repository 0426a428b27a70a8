package io.tillflow.storefront.accounts;

import io.tillflow.storefront.accounts.AccountLetters.Opened;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An address first, a letter, then a password: an account begins when its address is proven, and nobody can set a password
 * for an address they cannot read. What is answered is the same whether there is an account or not.
 */
@Service
public class Joining {
    private final Accounts accounts;
    private final AccountLetters letters;
    private final Passwords passwords;
    private final Sessions sessions;
    private final ClaimOrders orders;
    private final Outbox outbox;

    Joining(
            Accounts accounts,
            AccountLetters letters,
            Passwords passwords,
            Sessions sessions,
            ClaimOrders orders,
            Outbox outbox) {
        this.accounts = accounts;
        this.letters = letters;
        this.passwords = passwords;
        this.sessions = sessions;
        this.orders = orders;
        this.outbox = outbox;
    }

    /** What whoever joins says about themselves. */
    public record Person(String name, String password, boolean personalisation, boolean marketing) {
        @Override
        public String toString() {
            return "Person";
        }
    }

    /** What came of answering a letter. */
    public sealed interface Result {
        /** There is an account, and its owner is signed in. */
        record In(String token, Account account) implements Result {}

        /** The link is used, too old or not ours. */
        record Outdated() implements Result {}
    }

    /** Sends a letter; answers until when to wait if too many were asked for from there. */
    @Transactional
    public Optional<Instant> ask(String email, String client) {
        Optional<Instant> wait = letters.tooMany(client);
        if (wait.isEmpty()) {
            Optional<UUID> known =
                    accounts.credentials(email).map(c -> c.account().id());
            letters.send(known.isPresent() ? LetterKind.HAS_ACCOUNT : LetterKind.JOIN, email, known.orElse(null));
        }
        return wait;
    }

    /** The address a link is about, while it works. */
    public Optional<String> address(UUID letter, String key) {
        return letters.open(LetterKind.JOIN, letter, key).map(Opened::email);
    }

    @Transactional
    public Result join(UUID letter, String key, Person person) {
        Optional<Opened> used = letters.use(LetterKind.JOIN, letter, key);
        UUID id = UUID.randomUUID();
        if (used.isEmpty()
                || !accounts.insert(id, used.get().email(), person.name(), passwords.digest(person.password()))) {
            return new Result.Outdated();
        }
        letters.invalidate(LetterKind.JOIN, used.get().email());
        accounts.consent(id, Accounts.Consent.PERSONALISATION, person.personalisation());
        accounts.consent(id, Accounts.Consent.MARKETING, person.marketing());
        orders.of(id, used.get().email());
        outbox.publish(
                EventType.CUSTOMER_REGISTERED,
                id,
                Map.of("businessKey", id, "customer", Map.of("accountId", id, "marketing", person.marketing())));
        return new Result.In(sessions.open(id, false), accounts.find(id).orElseThrow());
    }
}
