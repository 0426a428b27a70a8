package io.tillflow.storefront.reminders;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.accounts.Accounts;
import io.tillflow.storefront.accounts.LetterStops;
import io.tillflow.storefront.accounts.LinkKeys;
import io.tillflow.storefront.language.Language;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Letters after an order that the order does not need, such as how somebody likes their things: whether they still want them. */
@Repository
public class FollowUps {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final LetterStops stops;
    private final LinkKeys keys;

    FollowUps(JdbcClient jdbc, Accounts accounts, LetterStops stops, LinkKeys keys) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.stops = stops;
        this.keys = keys;
    }

    /**
     * What whoever writes one must know.
     *
     * @param path where its reader says that they want no more, without signing in
     * @param stopped whether they said so already, by any letter or in their account, or asked to be forgotten
     */
    public record Stop(String path, boolean stopped) {}

    /**
     * Whom an order is of.
     *
     * @param account whose order it is, which may have another address
     * @param leaving whether they asked to be forgotten
     * @param gone whether they were
     */
    private record Reader(
            String email, String language, @Nullable UUID account, boolean leaving, boolean gone) {}

    public Optional<Stop> of(UUID order) {
        return reader(order)
                .map(reader -> new Stop(
                        Language.of(reader.language())
                                .orElse(Language.EN)
                                .path("/letters/stop/" + order + "/" + keys.of(order)),
                        reader.leaving()
                                || stops.stopped(reader.email())
                                || accounts(reader).anyMatch(account -> stops.stopped(account.email()))));
    }

    /** Whether this link came from such a letter. */
    public boolean knows(UUID order, String key) {
        return known(order, key).isPresent();
    }

    /**
     * No more letters like this to the address that it went to, whatever they are about; false when the link is not one of ours.
     * Saying it twice is fine. What an account agreed to is taken back at its own address alone: whoever reads a letter that was
     * sent elsewhere may be somebody else.
     */
    @Transactional
    public boolean stop(UUID order, String key) {
        Optional<Reader> known = known(order, key);
        known.ifPresent(reader -> {
            stops.stop(reader.email());
            accounts.byEmail(reader.email())
                    .ifPresent(account -> accounts.consent(account.id(), Accounts.Consent.MARKETING, false));
        });
        return known.isPresent();
    }

    /** The account that ordered, and the one that has the order's address. */
    private Stream<Account> accounts(Reader reader) {
        return Stream.concat(
                        Optional.ofNullable(reader.account()).flatMap(accounts::find).stream(),
                        accounts.byEmail(reader.email()).stream())
                .distinct();
    }

    private Optional<Reader> known(UUID order, String key) {
        return keys.fits(key, order) ? reader(order).filter(reader -> !reader.gone()) : Optional.empty();
    }

    private Optional<Reader> reader(UUID order) {
        return jdbc.sql("""
                select lower(email) as email, language, account_id as account, erase_asked_at is not null as leaving,
                    email like 'erased-%@erased.invalid' as gone
                from orders where id = :id""").param("id", order).query(Reader.class).optional();
    }
}
