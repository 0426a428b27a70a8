package io.tillflow.connectors.suppliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.processes.PurchaseStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every provider of suppliers behind the port must do. */
public abstract class SuppliersContract {
    protected final String reference = UUID.randomUUID().toString();

    protected abstract Suppliers suppliers();

    /** Somebody who sells what is asked for, in whole packs of at least two. */
    protected abstract String supplier();

    /** Somebody who does not sell it. */
    protected abstract String supplierWithoutIt();

    /** Somebody who takes no order. */
    protected abstract String decliningSupplier();

    /** The goods are handed over. */
    protected abstract void deliver(Purchase purchase);

    protected QuoteRequest question(String supplier, int quantity) {
        return new QuoteRequest(supplier, "MUG-BLUE", quantity, new Money(2400, "EUR"));
    }

    protected PurchaseRequest request(String supplier, int quantity) {
        return new PurchaseRequest(reference, supplier, "MUG-BLUE", quantity, new Money(1440, "EUR"));
    }

    protected EffectKey key(String step) {
        return new EffectKey(reference + "/" + step + "/1");
    }

    protected Quote quoted(String supplier, int quantity) {
        return ((QuoteResult.Quoted) suppliers().quote(question(supplier, quantity))).quote();
    }

    protected Purchase placed(String supplier) {
        return ((PurchaseResult.Placed) suppliers().place(request(supplier, 24), key("place-order"))).purchase();
    }

    @Test
    void aQuoteIsForWholePacksAndManyCostLessThanFew() {
        Quote few = quoted(supplier(), 1);
        Quote many = quoted(supplier(), 500);
        assertThat(few.quantity()).isGreaterThan(1);
        assertThat(many.quantity()).isGreaterThanOrEqualTo(500);
        assertThat(many.quantity() % few.quantity()).isZero();
        assertThat(many.unitPrice().minorUnits())
                .isPositive()
                .isLessThan(few.unitPrice().minorUnits());
        assertThat(few.total().minorUnits())
                .isEqualTo(few.quantity() * few.unitPrice().minorUnits());
        assertThat(few.leadDays()).isPositive();
    }

    @Test
    void notEverybodySellsEverything() {
        assertThat(suppliers().quote(question(supplierWithoutIt(), 24))).isInstanceOf(QuoteResult.NotOffered.class);
    }

    @Test
    void aPurchaseIsPlacedOnceHoweverOftenItIsAsked() {
        Purchase first = placed(supplier());
        assertThat(placed(supplier())).isEqualTo(first);
        assertThat(first.id()).isNotBlank();
        assertThat(first.reference()).isEqualTo(reference);
        assertThat(first.quantity()).isEqualTo(24);
        assertThat(first.status()).isEqualTo(PurchaseStatus.PLACED);
        assertThat(suppliers().find(first.id())).contains(first);
    }

    @Test
    void theSameKeyForAnotherPurchaseIsRefused() {
        placed(supplier());
        assertThatThrownBy(() -> suppliers().place(request(supplier(), 36), key("place-order")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("36");
    }

    @Test
    void notEveryOrderIsTaken() {
        assertThat(suppliers().place(request(decliningSupplier(), 24), key("place-order")))
                .isInstanceOf(PurchaseResult.Declined.class);
    }

    @Test
    void aReminderSaysHowThePurchaseStands() {
        Purchase purchase = placed(supplier());
        assertThat(suppliers().remind(purchase.id(), key("remind-supplier")).status())
                .isEqualTo(PurchaseStatus.PLACED);
        deliver(purchase);
        assertThat(suppliers().remind(purchase.id(), key("remind-again"))).satisfies(now -> {
            assertThat(now.status()).isEqualTo(PurchaseStatus.DELIVERED);
            assertThat(now.agreed()).isEqualTo(24);
        });
    }

    @Test
    void aPurchaseIsTakenBackOnceHoweverOftenItIsAsked() {
        Purchase purchase = placed(supplier());
        assertThat(suppliers().cancel(purchase.id(), key("cancel-purchase"))).isEqualTo(new CancelResult.Cancelled());
        assertThat(suppliers().cancel(purchase.id(), key("cancel-purchase"))).isEqualTo(new CancelResult.Cancelled());
        assertThat(suppliers().find(purchase.id()))
                .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(PurchaseStatus.CANCELLED));
    }

    @Test
    void whatIsHereIsNotTakenBack() {
        Purchase purchase = placed(supplier());
        deliver(purchase);
        assertThat(suppliers().cancel(purchase.id(), key("cancel-purchase"))).isInstanceOf(CancelResult.TooLate.class);
        assertThat(suppliers().find(purchase.id()))
                .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(PurchaseStatus.DELIVERED));
    }

    @Test
    void nobodyKnowsAnUnknownPurchase() {
        assertThat(suppliers().find("po_unknown")).isEmpty();
        assertThatThrownBy(() -> suppliers().remind("po_unknown", key("remind-supplier")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
