package io.tillflow.connectors.suppliers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.provider.sandbox.Faults;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls;
import io.tillflow.connectors.provider.sandbox.Webhooks;
import io.tillflow.connectors.suppliers.Purchase;
import io.tillflow.connectors.suppliers.Suppliers;
import io.tillflow.connectors.suppliers.SuppliersContract;
import io.tillflow.processes.PurchaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SandboxSuppliersIT extends SuppliersContract {
    private static final SandboxSuppliersSettings SETTINGS =
            new SandboxSuppliersSettings(Duration.ofSeconds(5), Duration.ofMinutes(1));

    private final JdbcClient database = TestDatabase.jdbc();
    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T09:30:00Z"));
    private final PurchaseBook book = new PurchaseBook(database, clock);
    private final Faults faults = new Faults(database, new Random(7));
    private final Dispatches dispatches = new Dispatches(
            book,
            new Webhooks(database, faults, new Random(7), clock, () -> {}),
            SETTINGS,
            TestDatabase.transaction(),
            clock);
    private final SandboxSuppliers sandbox = new SandboxSuppliers(
            book, new IdempotentCalls(database, TestDatabase.transaction()), faults, SETTINGS, clock);

    @Override
    protected Suppliers suppliers() {
        return sandbox;
    }

    @Override
    protected String supplier() {
        return "nordform";
    }

    @Override
    protected String supplierWithoutIt() {
        return "werkhof-sold-out";
    }

    @Override
    protected String decliningSupplier() {
        return "nordform-declines";
    }

    @Override
    protected void deliver(Purchase purchase) {
        dispatches.move(purchase.id(), PurchaseStatus.DELIVERED, null);
    }

    @Test
    void pricesFallWithTheQuantityAndTheQuickOneIsDear() {
        assertThat(quoted("nordform", 13)).satisfies(quote -> {
            assertThat(quote.quantity()).isEqualTo(24);
            assertThat(quote.unitPrice().minorUnits()).isEqualTo(1440);
        });
        assertThat(quoted("nordform", 120).unitPrice().minorUnits()).isEqualTo(1200);
        assertThat(quoted("hafenkontor", 13)).satisfies(quote -> {
            assertThat(quote.quantity()).isEqualTo(13);
            assertThat(quote.unitPrice().minorUnits()).isEqualTo(1728);
            assertThat(quote.leadDays()).isLessThan(quoted("nordform", 1).leadDays());
        });
    }

    @Test
    void aPurchaseIsConfirmedAndDeliveredByItselfAndSaysSoOnce() {
        Purchase purchase = placed("nordform");
        dispatches.moveDue();
        assertThat(status(purchase)).isEqualTo(PurchaseStatus.PLACED);
        pass(Duration.ofSeconds(5));
        assertThat(status(purchase)).isEqualTo(PurchaseStatus.CONFIRMED);
        assertThat(now(purchase).expectedOn()).isEqualTo(LocalDate.parse("2026-02-12"));
        pass(Duration.ofMinutes(1));
        deliver(purchase);
        assertThat(status(purchase)).isEqualTo(PurchaseStatus.DELIVERED);
        assertThat(told())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("\"CONFIRMED\"", "\"quantity\":24", "\"expectedOn\":\"2026-02-12\""),
                        second -> assertThat(second).contains("\"DELIVERED\"", "\"quantity\":24"));
    }

    @Test
    void someConfirmAndSendHalfOfIt() {
        Purchase purchase = placed("nordform-partly");
        pass(Duration.ofSeconds(5));
        assertThat(now(purchase).agreed()).isEqualTo(12);
        pass(Duration.ofMinutes(1));
        assertThat(now(purchase)).satisfies(it -> {
            assertThat(it.status()).isEqualTo(PurchaseStatus.DELIVERED);
            assertThat(it.agreed()).isEqualTo(12);
            assertThat(it.quantity()).isEqualTo(24);
        });
    }

    @Test
    void someChangeTheirMind() {
        Purchase purchase = placed("nordform-rejects");
        pass(Duration.ofSeconds(5));
        pass(Duration.ofDays(1));
        assertThat(status(purchase)).isEqualTo(PurchaseStatus.REJECTED);
        assertThat(told()).hasSize(1).first().asString().contains("\"REJECTED\"");
    }

    @Test
    void someHaveToBeReminded() {
        Purchase purchase = placed("hafenkontor-late");
        pass(Duration.ofDays(3));
        assertThat(status(purchase)).isEqualTo(PurchaseStatus.PLACED);
        sandbox.remind(purchase.id(), key("remind-supplier"));
        sandbox.remind(purchase.id(), key("remind-supplier"));
        assertThat(book.find(purchase.id()).orElseThrow().reminders()).isEqualTo(1);
        pass(Duration.ofSeconds(5));
        assertThat(status(purchase)).isEqualTo(PurchaseStatus.CONFIRMED);
    }

    @Test
    void someNeverAnswerUntilSomebodyEndsIt() {
        Purchase purchase = placed("hafenkontor-silent");
        sandbox.remind(purchase.id(), key("remind-supplier"));
        pass(Duration.ofDays(100));
        assertThat(status(purchase)).isEqualTo(PurchaseStatus.PLACED);
        dispatches.move(purchase.id(), PurchaseStatus.DELIVERED, 7);
        assertThat(now(purchase).agreed()).isEqualTo(7);
    }

    @Test
    void aSupplierThatIsDownComesBackAfterFiveCalls() {
        for (int call = 0; call < 5; call++) {
            assertThatThrownBy(() -> placed("werkhof-down")).isInstanceOf(ProviderUnavailable.class);
        }
        assertThat(placed("werkhof-down").id()).startsWith("po_");
    }

    @Test
    void whatWasTakenWhileTheAnswerGotLostIsNotTakenAgain() {
        assertThatThrownBy(() -> placed("werkhof-times-out")).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> placed("werkhof-times-out")).isInstanceOf(ProviderUnavailable.class);
        Purchase purchase = placed("werkhof-times-out");
        assertThat(database.sql("select id from connectors.sandbox_purchase where reference = :reference")
                        .param("reference", reference)
                        .query(String.class)
                        .list())
                .containsExactly(purchase.id());
    }

    private void pass(Duration time) {
        clock.advance(time);
        dispatches.moveDue();
    }

    private Purchase now(Purchase purchase) {
        return sandbox.find(purchase.id()).orElseThrow();
    }

    private PurchaseStatus status(Purchase purchase) {
        return now(purchase).status();
    }

    private List<String> told() {
        return database.sql("select body from connectors.sandbox_webhook where body like :reference order by seq")
                .param("reference", "%" + reference + "%")
                .query(String.class)
                .list();
    }
}
