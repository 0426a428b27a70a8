package io.tillflow.storefront.reminders;

import io.tillflow.storefront.accounts.Accounts;
import io.tillflow.storefront.accounts.LetterStops;
import io.tillflow.storefront.accounts.LinkKeys;
import io.tillflow.storefront.language.Language;
import java.util.Optional;
import java.util.UUID;
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
     * @param stopped whether they said so already, by any letter or in their account
     */
    public record Stop(String path, boolean stopped) {}

    private record Reader(String email, String language) {}

    public Optional<Stop> of(UUID order) {
        return reader(order)
                .map(reader -> new Stop(
                        Language.of(reader.language())
                                .orElse(Language.EN)
                                .path("/letters/stop/" + order + "/" + keys.of(order)),
                        stops.stopped(reader.email())));
    }

    /** Whether this link came from such a letter. */
    public boolean knows(UUID order, String key) {
        return keys.fits(key, order) && reader(order).isPresent();
    }

    /** No more letters like this, whatever they are about; false when the link is not one of ours. Saying it twice is fine. */
    @Transactional
    public boolean stop(UUID order, String key) {
        Optional<Reader> reader = keys.fits(key, order) ? reader(order) : Optional.empty();
        reader.map(Reader::email).ifPresent(email -> {
            accounts.byEmail(email)
                    .ifPresent(account -> accounts.consent(account.id(), Accounts.Consent.MARKETING, false));
            stops.stop(email);
        });
        return reader.isPresent();
    }

    private Optional<Reader> reader(UUID order) {
        return jdbc.sql("select email, language from orders where id = :id")
                .param("id", order)
                .query(Reader.class)
                .optional();
    }
}
