package io.tillflow.studio.costs;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.costs.CostRate.Kind;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The prices that people set; each change is in the audit. */
@Service
public class CostRates {

    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final CurrentUser user;
    private final Clock clock;

    CostRates(JdbcClient jdbc, Audit audit, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    public Prices all() {
        return new Prices(
                jdbc.sql("SELECT code FROM studio.cost_currency")
                        .query(String.class)
                        .single(),
                jdbc.sql("SELECT kind, type, price FROM studio.cost_rate ORDER BY kind, type")
                        .query((row, n) -> new CostRate(
                                Kind.valueOf(row.getString("kind")), row.getString("type"), row.getBigDecimal("price")))
                        .list());
    }

    /**
     * Sets what is named and leaves all else as it is.
     *
     * @param seen the currency that the prices were looked at in; nothing is set when it is another now. Null to set them in any
     * @param currency its ISO code; null to keep it. Prices that are set are not converted
     * @param changes without a price: whatever was set is taken away
     */
    @RolesAllowed(Role.Is.ADMIN)
    @Transactional
    public Prices save(@Nullable String seen, @Nullable String currency, List<CostRate> changes) {
        check(changes);
        // one after the other, so that the audit tells what was there before
        jdbc.sql("SELECT code FROM studio.cost_currency FOR UPDATE")
                .query(String.class)
                .single();
        Prices before = all();
        if (seen != null && !seen.equals(before.currency())) {
            throw new CurrencyChanged(before.currency());
        }
        String after = currency == null ? before.currency() : known(currency);
        changeCurrency(before.currency(), after);
        changes.forEach(it -> change(new Prices(after, before.items()), it));
        return all();
    }

    private static void check(List<CostRate> changes) {
        if (changes.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "items must be at most " + MOST_AT_ONCE + ", but they are " + changes.size());
        }
        Set<CostRate> named = new HashSet<>();
        for (CostRate change : changes) {
            change.check();
            if (!named.add(new CostRate(change.kind(), change.type(), null))) {
                throw new IllegalArgumentException(
                        "items must name " + change.kind() + " \"" + change.type() + "\" once");
            }
        }
    }

    private static String known(String code) {
        if (currencies().noneMatch(code::equals)) {
            throw new IllegalArgumentException(
                    "currency must be the code of a currency such as EUR, but it is \"" + code + "\"");
        }
        return code;
    }

    /** The codes of all that amounts can be in. */
    static Stream<String> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(it -> it.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode)
                .sorted();
    }

    private void changeCurrency(String before, String after) {
        if (!before.equals(after)) {
            jdbc.sql("UPDATE studio.cost_currency SET code = :code")
                    .param("code", after)
                    .update();
            audit.record("cost-currency.changed", "cost-currency", before, after);
        }
    }

    private void change(Prices now, CostRate wanted) {
        Optional<BigDecimal> before = now.of(wanted.kind(), wanted.type());
        BigDecimal after = wanted.price();
        String subject = "cost-rate/" + wanted.kind() + "/" + wanted.type();
        if (after == null && before.isPresent()) {
            jdbc.sql("DELETE FROM studio.cost_rate WHERE kind = :kind AND type = :type")
                    .param("kind", wanted.kind().name())
                    .param("type", wanted.type())
                    .update();
            audit.record("cost-rate.removed", subject, told(before.get(), now), null);
        } else if (after != null
                && before.filter(it -> it.compareTo(after) == 0).isEmpty()) {
            set(wanted, after);
            audit.record(
                    "cost-rate.set", subject, before.map(it -> told(it, now)).orElse(null), told(after, now));
        }
    }

    private void set(CostRate wanted, BigDecimal price) {
        jdbc.sql("""
                        INSERT INTO studio.cost_rate (kind, type, price, changed_by, changed_at)
                        VALUES (:kind, :type, :price, :by, :now)
                        ON CONFLICT (kind, type) DO UPDATE SET price = :price, changed_by = :by, changed_at = :now""")
                .param("kind", wanted.kind().name())
                .param("type", wanted.type())
                .param("price", price)
                .param("by", user.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static Map<String, Object> told(BigDecimal price, Prices now) {
        return Map.of("price", price, "currency", now.currency());
    }
}
