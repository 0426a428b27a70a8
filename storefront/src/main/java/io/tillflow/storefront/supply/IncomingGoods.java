package io.tillflow.storefront.supply;

import io.tillflow.storefront.orders.StockKeeping;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is being bought, as the automation tells it, and the goods that come of it. */
@Service
public class IncomingGoods {
    private static final String COLUMNS =
            "request, sku, supplier, state, quantity, received, unit_price, currency, expected_on, made_at, updated_at";

    private final JdbcClient jdbc;
    private final LowArticles low;
    private final StockKeeping stock;
    private final Clock clock;

    IncomingGoods(JdbcClient jdbc, LowArticles low, StockKeeping stock, Clock clock) {
        this.jdbc = jdbc;
        this.low = low;
        this.stock = stock;
        this.clock = clock;
    }

    /** How a purchase is now. */
    public record Told(
            String sku,
            String supplier,
            PurchaseState state,
            int quantity,
            @Nullable Long unitPrice,
            @Nullable String currency,
            @Nullable LocalDate expectedOn) {}

    /**
     * Says how a purchase shall be, so that saying it again changes nothing, and late news turn nothing back.
     *
     * <p>Planning one is a claim: of those asked to buy an article only the one asked last may, and only while it is low, with
     * all that others buy of it.
     *
     * @throws NotNeeded when it is not, or somebody else was asked
     */
    @Transactional
    public Purchase tell(UUID request, Told told) {
        Timestamp now = Timestamp.from(clock.instant());
        boolean current = told.state() == PurchaseState.PLANNED && low.isCurrent(told.sku(), request);
        Optional<Purchase> known = read(request, " for update");
        if (known.isPresent() && !known.get().state().mayBecome(told.state())) {
            return known.get();
        }
        boolean open = known.isPresent() && known.get().state().isOpen();
        if (told.state() == PurchaseState.PLANNED && !open && !current) {
            throw new NotNeeded(told.sku());
        }
        jdbc.sql("""
                insert into purchase (request, sku, supplier, state, quantity, unit_price, currency, expected_on, made_at, updated_at)
                values (:request, :sku, :supplier, :state, :quantity, :unitPrice, :currency, :expectedOn, :now, :now)
                on conflict (request) do update set
                    supplier = excluded.supplier, state = excluded.state, quantity = excluded.quantity,
                    unit_price = coalesce(excluded.unit_price, purchase.unit_price),
                    currency = coalesce(excluded.currency, purchase.currency),
                    expected_on = coalesce(excluded.expected_on, purchase.expected_on), updated_at = excluded.updated_at""")
                .param("request", request)
                .param("sku", told.sku())
                .param("supplier", told.supplier())
                .param("state", told.state().name())
                .param("quantity", told.quantity())
                .param("unitPrice", told.unitPrice(), Types.BIGINT)
                .param("currency", told.currency(), Types.VARCHAR)
                .param("expectedOn", told.expectedOn(), Types.DATE)
                .param("now", now)
                .update();
        if (told.state() == PurchaseState.NOT_ORDERED) {
            restUntilTheNextLook(told.sku(), request, now);
        }
        return read(request, "").orElseThrow();
    }

    /** Nobody counts on it any longer, so that the article may be bought anew; false when nothing of it is to come. */
    @Transactional
    public boolean giveUp(String sku, UUID request) {
        boolean open = read(request, "")
                .filter(known -> known.sku().equals(sku) && known.state().isOpen())
                .isPresent();
        if (open) {
            low.forget(List.of(sku));
            jdbc.sql("""
                    update purchase set state = 'GIVEN_UP', updated_at = :now
                    where request = :request and state in ('PLANNED', 'PLACED', 'CONFIRMED', 'LOOKING')""")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("request", request)
                    .update();
        }
        return open;
    }

    /** Somebody decided against it: told again when the schedule looks, not at once. */
    private void restUntilTheNextLook(String sku, UUID request, Timestamp now) {
        jdbc.sql("""
                insert into low_stock (sku, request, since, told_at) values (:sku, :request, :now, :now)
                on conflict (sku) do update set told_at = excluded.told_at""")
                .param("sku", sku)
                .param("request", request)
                .param("now", now)
                .update();
    }

    /**
     * Books goods in: as many as were delivered in all and are not booked yet, so that hearing of them twice books them once.
     *
     * @param delivered since the purchase was placed
     * @param location where they are put; null for the first one
     */
    @Transactional
    public Optional<Purchase> receive(UUID request, int delivered, @Nullable String location) {
        stock.enterLine();
        Optional<Purchase> found = read(request, " for update");
        found.ifPresent(purchase -> {
            int more = delivered - purchase.received();
            if (more > 0) {
                stock.receive(purchase.sku(), more, location);
            }
            jdbc.sql("""
                    update purchase set received = greatest(received, :delivered), state = 'RECEIVED', updated_at = :now
                    where request = :request""")
                    .param("delivered", delivered)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("request", request)
                    .update();
        });
        return found.isEmpty() ? found : read(request, "");
    }

    private Optional<Purchase> read(UUID request, String lock) {
        return jdbc.sql("select " + COLUMNS + " from purchase where request = :request" + lock)
                .param("request", request)
                .query(Purchase.class)
                .optional();
    }

    /** How many are on their way, as far as anybody counts on them. */
    @Transactional
    public int awaited(String sku) {
        return low.awaited(sku);
    }

    /** The newest first. */
    public List<Purchase> latest(String sku, int most) {
        return jdbc.sql("select " + COLUMNS + " from purchase where sku = :sku order by made_at desc limit :most")
                .param("sku", sku)
                .param("most", most)
                .query(Purchase.class)
                .list();
    }
}
