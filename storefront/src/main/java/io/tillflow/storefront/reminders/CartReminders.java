package io.tillflow.storefront.reminders;

import io.tillflow.storefront.accounts.Accounts;
import io.tillflow.storefront.accounts.LinkKeys;
import io.tillflow.storefront.cart.CartLine;
import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Currencies;
import io.tillflow.storefront.money.Money;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a letter about a left cart says, whether it is still wanted, and who wants no more of them. */
@Repository
public class CartReminders {
    /** An automation that was paused for long writes of no cart that its owner has forgotten. */
    private static final Duration TOO_OLD = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Carts carts;
    private final Shelf shelf;
    private final Accounts accounts;
    private final LinkKeys keys;
    private final Currencies currencies;
    private final Clock clock;

    CartReminders(
            JdbcClient jdbc,
            Carts carts,
            Shelf shelf,
            Accounts accounts,
            LinkKeys keys,
            Currencies currencies,
            Clock clock) {
        this.jdbc = jdbc;
        this.carts = carts;
        this.shelf = shelf;
        this.accounts = accounts;
        this.keys = keys;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * What whoever writes it must know.
     *
     * @param cartPath where the cart is
     * @param stopPath where somebody says that they want no more letters like this, without signing in
     */
    public record Facts(
            UUID id,
            String email,
            String language,
            String currency,
            String cartPath,
            String stopPath,
            List<Line> lines) {}

    /** One thing in the cart at today's price. */
    public record Line(String name, int quantity, long total) {}

    private record Wanted(UUID id, UUID cartId, String email, String language) {}

    /** Nothing when nobody wants it any more: taken back, bought, changed since, empty or too old. Asking counts as a letter. */
    @Transactional
    public Optional<Facts> write(UUID id) {
        Optional<Facts> facts = wanted(id).flatMap(this::facts);
        facts.ifPresent(
                found -> note("update cart_reminder set written_at = coalesce(written_at, :now) where id = :id", id));
        if (facts.isEmpty()) {
            note("update cart_reminder set outdated_at = :now where id = :id and outdated_at is null", id);
        }
        return facts;
    }

    private void note(String sql, UUID id) {
        jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private Optional<Wanted> wanted(UUID id) {
        return jdbc.sql("""
                select r.id, r.cart_id, a.email,
                    coalesce((select o.language from orders o where o.account_id = a.id order by o.placed_at desc limit 1),
                        (select l.language from account_letter l where l.email = a.email order by l.asked_at desc limit 1),
                        'en') as language
                from cart_reminder r join account a on a.id = r.account_id and a.marketing
                    join cart c on c.id = r.cart_id and c.touched_at <= r.told_at
                where r.id = :id and r.order_id is null and r.told_at > :oldest""")
                .param("id", id)
                .param("oldest", Timestamp.from(clock.instant().minus(TOO_OLD)))
                .query(Wanted.class)
                .optional();
    }

    private Optional<Facts> facts(Wanted wanted) {
        Language language = Language.of(wanted.language()).orElse(Language.EN);
        List<CartLine> left = carts.lines(wanted.cartId());
        String currency = left.isEmpty() || !currencies.offers(left.getLast().currency())
                ? Money.BASE
                : left.getLast().currency();
        List<Line> lines = Money.in(
                currency,
                () -> language.speaking(() -> left.stream()
                        .flatMap(line -> shelf.item(line.sku()).map(item -> line(line, item)).stream())
                        .toList()));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Facts(
                        wanted.id(),
                        wanted.email(),
                        language.code(),
                        currency,
                        language.path("/cart"),
                        language.path("/letters/stop/" + wanted.id() + "/" + keys.of(wanted.id())),
                        lines));
    }

    private static Line line(CartLine line, Item item) {
        return new Line(
                item.name() + ", " + item.variant().label(),
                line.quantity(),
                line.quantity() * item.variant().price());
    }

    /** Whether this link came from a letter to somebody who is still there. */
    public boolean knows(UUID id, String key) {
        return account(id, key).isPresent();
    }

    /** No more letters like this; false when the link is not one of ours. Saying it twice is fine. */
    @Transactional
    public boolean stop(UUID id, String key) {
        Optional<UUID> account = account(id, key);
        account.ifPresent(found -> accounts.consent(found, Accounts.Consent.MARKETING, false));
        return account.isPresent();
    }

    private Optional<UUID> account(UUID id, String key) {
        return keys.fits(key, id)
                ? jdbc.sql("select account_id from cart_reminder where id = :id")
                        .param("id", id)
                        .query(UUID.class)
                        .optional()
                : Optional.empty();
    }
}
