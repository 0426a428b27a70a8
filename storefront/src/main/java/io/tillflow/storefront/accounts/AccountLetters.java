package io.tillflow.storefront.accounts;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters about accounts. They leave as an order's letters do: an event, a process, a worker that asks here what to write.
 * The key of a letter's link is made of its id and the shop's secret, so it is in the letter and nowhere else.
 */
@Repository
public class AccountLetters {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Throttle throttle;
    private final AccountSettings accounts;
    private final LinkKeys keys;
    private final Clock clock;

    AccountLetters(
            JdbcClient jdbc, Outbox outbox, Throttle throttle, AccountSettings accounts, LinkKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.throttle = throttle;
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What whoever writes it must know.
     *
     * @param path where its link leads; null when it has none
     */
    public record Facts(
            UUID id,
            String template,
            String email,
            String name,
            String language,
            @Nullable String path,
            long hours) {}

    /** A letter whose link was opened. */
    record Opened(UUID id, String email, @Nullable UUID account) {}

    /**
     * Asks for a letter; an address that gets too many is left in peace, which nobody is told. Warnings are counted apart, so
     * that nobody can use up what an owner would be told by.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void send(LetterKind kind, String email, @Nullable UUID account) {
        String counted = kind.warns() ? kind.code() : "letter";
        if (throttle.hit(counted, email, accounts.lettersPerAddress(), AN_HOUR).isPresent()) {
            return;
        }
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        jdbc.sql("""
                insert into account_letter (id, kind, email, account_id, asked_at, expires_at, language)
                values (:id, :kind, :email, :account, :now, :until, :language)""")
                .param("language", Language.current().code())
                .param("id", id)
                .param("kind", kind.name())
                .param("email", email)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(accounts.link())))
                .update();
        outbox.publish(
                EventType.ACCOUNT_LETTER_REQUESTED,
                id,
                Map.of("businessKey", kind.code(), "letter", Map.of("id", id, "kind", kind.code())));
    }

    /** Whether whoever asks from there asked too often. */
    Optional<Instant> tooMany(String client) {
        return throttle.hit("letters from", client, accounts.lettersPerClient(), AN_HOUR);
    }

    /** The same of an account that wants another address; each of its letters may go to somebody else. */
    Optional<Instant> tooMany(String client, UUID account) {
        return tooMany(client)
                .or(() ->
                        throttle.hit("new addresses of", account.toString(), accounts.addressesPerAccount(), AN_HOUR));
    }

    /** Nothing when it would come too late to be of use. */
    public Optional<Facts> facts(UUID id) {
        return jdbc.sql("""
                select l.kind, l.email, l.language, coalesce(a.name, '') as name
                from account_letter l left join account a on a.id = l.account_id
                where l.id = :id and l.expires_at > :now""")
                .param("id", id)
                .param("now", now())
                .query((row, n) -> {
                    LetterKind kind = LetterKind.valueOf(row.getString("kind"));
                    Language language = Language.of(row.getString("language")).orElse(Language.EN);
                    String path = kind.path().isEmpty() ? null : language.path(kind.path() + id + "/" + keys.of(id));
                    return new Facts(
                            id,
                            kind.code(),
                            row.getString("email"),
                            row.getString("name"),
                            language.code(),
                            path,
                            accounts.link().toHours());
                })
                .optional();
    }

    /** The letter of a link, if the link is right, in time and was not used. */
    Optional<Opened> open(LetterKind kind, UUID id, String key) {
        return keys.fits(key, id) ? read(kind, id, "") : Optional.empty();
    }

    /** The same, once: keeps others from using the link meanwhile and for good. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Opened> use(LetterKind kind, UUID id, String key) {
        if (open(kind, id, key).isEmpty()) {
            return Optional.empty();
        }
        Optional<Opened> locked = read(kind, id, " for update");
        locked.ifPresent(letter -> jdbc.sql("update account_letter set used_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update());
        return locked;
    }

    /** Links that are on their way to an address open nothing any more. */
    void invalidate(LetterKind kind, String email) {
        jdbc.sql("update account_letter set used_at = :now where kind = :kind and email = :email and used_at is null")
                .param("now", now())
                .param("kind", kind.name())
                .param("email", email)
                .update();
    }

    /** Links by which an account would get another address than this one open nothing any more. */
    void keepAddress(UUID account, String email) {
        jdbc.sql("""
                update account_letter set used_at = :now
                where kind = 'NEW_ADDRESS' and account_id = :account and email <> :email and used_at is null""")
                .param("now", now())
                .param("account", account)
                .param("email", email)
                .update();
    }

    private Optional<Opened> read(LetterKind kind, UUID id, String lock) {
        return jdbc.sql("""
                select id, email, account_id from account_letter
                where id = :id and kind = :kind and used_at is null and expires_at > :now""" + lock)
                .param("id", id)
                .param("kind", kind.name())
                .param("now", now())
                .query((row, n) -> new Opened(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getObject("account_id", UUID.class)))
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
