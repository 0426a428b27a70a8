package io.tillflow.launcher.demo.proof;

import static io.tillflow.launcher.demo.proof.Books.answer;
import static io.tillflow.launcher.demo.proof.Books.asked;
import static io.tillflow.launcher.demo.proof.Books.charge;
import static io.tillflow.launcher.demo.proof.Books.confirmation;
import static io.tillflow.launcher.demo.proof.Books.instance;
import static io.tillflow.launcher.demo.proof.Books.movement;
import static io.tillflow.launcher.demo.proof.Books.order;
import static io.tillflow.launcher.demo.proof.Books.parcel;
import static io.tillflow.launcher.demo.proof.Books.payment;
import static io.tillflow.launcher.demo.proof.Books.sentBack;
import static io.tillflow.launcher.demo.proof.Books.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {
    private static final Told SHOPPERS = new Told(List.of("A", "B"), List.of("A@example.com"));
    private static final Map<Rule, Consumer<Books>> FALSIFIED = new EnumMap<>(Rule.class);

    static {
        FALSIFIED.put(Rule.ORDER_IS_IN_THE_SHOP, books -> {
            books.orders.removeFirst();
            books.charges.clear();
            books.shipments.clear();
            books.instances.removeFirst();
        });
        FALSIFIED.put(Rule.ORDER_WAS_PLACED_ONCE, books -> books.orders.add(order("A", "COMPLETED")));
        FALSIFIED.put(Rule.ORDER_HAS_AN_INSTANCE, books -> books.instances.removeFirst());
        FALSIFIED.put(Rule.ORDER_HAS_ONE_INSTANCE, books -> books.instances.add(instance(3, "A", "COMPLETED")));
        FALSIFIED.put(Rule.INSTANCE_HAS_AN_ORDER, books -> books.instances.add(instance(3, "C", "COMPLETED")));
        FALSIFIED.put(Rule.INSTANCE_ENDS_WITH_ITS_ORDER, books -> books.orders.set(0, order("A", "DELIVERED")));
        FALSIFIED.put(Rule.DELIVERED_ORDER_IS_CHARGED, books -> books.charges.clear());
        FALSIFIED.put(Rule.ORDER_IS_CHARGED_ONCE, books -> books.charges.add(charge("A", 50_00)));
        FALSIFIED.put(Rule.CHARGE_IS_THE_TOTAL, books -> books.charges.set(0, charge("A", 49_99)));
        FALSIFIED.put(
                Rule.CHARGE_IS_OF_THE_ORDERS_PAYMENT,
                books -> books.charges.set(0, new MoneyFact("ch-A", "pay-former", "id-A", 50_00, "EUR", Books.AT)));
        FALSIFIED.put(Rule.CHARGE_HAS_AN_ORDER, books -> books.charges.add(charge("C", 50_00)));
        FALSIFIED.put(Rule.CANCELLED_ORDER_COSTS_NOTHING, books -> books.charges.add(charge("B", 50_00)));
        FALSIFIED.put(
                Rule.FINISHED_ORDER_HOLDS_NO_AUTHORISATION, books -> books.payments.set(1, payment("B", "AUTHORISED")));
        FALSIFIED.put(Rule.ORDER_HOLDS_ONE_AUTHORISATION, books -> books.holding(6, 6));
        FALSIFIED.put(Rule.REFUNDS_STAY_WITHIN_THE_CHARGE, books -> books.refunds.add(charge("A", 50_01)));
        FALSIFIED.put(Rule.RETURN_IS_REFUNDED, books -> books.returns.add(sentBack("A", 25_00, 0)));
        FALSIFIED.put(Rule.RETURN_IS_REFUNDED_ONCE, books -> {
            books.returns.add(sentBack("A", 25_00, 0));
            books.refunds.add(charge("A", 50_00));
        });
        FALSIFIED.put(Rule.RETURN_IS_RESTOCKED, books -> books.returns.add(sentBack("A", 0, 1)));
        FALSIFIED.put(Rule.RETURN_IS_RESTOCKED_ONCE, books -> {
            books.returns.add(sentBack("A", 0, 1));
            books.movements.add(movement(9, "RETURNED", 2, "A"));
            books.lie(10, 0, 0);
        });
        FALSIFIED.put(
                Rule.EXCHANGE_LEFT_STOCK,
                books -> books.exchanged("EXCHANGED", "RESERVED", "ALLOCATED", "ALLOCATION_RELEASED"));
        FALSIFIED.put(Rule.EXCHANGE_LEFT_STOCK_ONCE, books -> {
            books.exchanged("EXCHANGED", "RESERVED", "ALLOCATED", "SHIPPED", "RESERVED", "ALLOCATED", "SHIPPED");
            books.lie(6, 0, 0);
        });
        FALSIFIED.put(Rule.EXCHANGE_HAS_A_PARCEL, books -> {
            books.exchanged("EXCHANGED", "RESERVED", "ALLOCATED", "SHIPPED");
            books.lie(7, 0, 0);
            books.shipments.removeLast();
        });
        FALSIFIED.put(Rule.EXCHANGE_HAS_ONE_PARCEL, books -> {
            books.exchanged("EXCHANGED", "RESERVED", "ALLOCATED", "SHIPPED");
            books.lie(7, 0, 0);
            books.shipments.add(books.shipments.getLast());
        });
        FALSIFIED.put(Rule.ENDED_RETURN_KEEPS_NO_STOCK, books -> {
            books.exchanged("REFUSED", "RESERVED", "ALLOCATED");
            books.shipments.removeLast();
            books.shares.add(new ShareFact("r-A", "LAMP", "main", 1));
            books.lie(8, 0, 1);
        });
        FALSIFIED.put(Rule.SHIPPED_ORDER_HAS_A_PARCEL, books -> books.shipments.clear());
        FALSIFIED.put(Rule.ORDER_HAS_ONE_PARCEL, books -> books.shipments.add(parcel("A", "2")));
        FALSIFIED.put(Rule.PARCEL_HAS_AN_ORDER, books -> books.shipments.add(parcel("C", "2")));
        FALSIFIED.put(Rule.SHIPPED_ORDER_LEFT_STOCK, books -> {
            books.movements.set(4, movement(5, "ALLOCATION_RELEASED", 2, "A"));
            books.lie(10, 0, 0);
        });
        FALSIFIED.put(Rule.ORDER_LEFT_STOCK_ONCE, books -> {
            books.movements.add(movement(9, "RESERVED", 2, "A"));
            books.movements.add(movement(10, "ALLOCATED", 2, "A"));
            books.movements.add(movement(11, "SHIPPED", 2, "A"));
            books.lie(6, 0, 0);
        });
        FALSIFIED.put(Rule.CANCELLED_ORDER_KEEPS_NO_STOCK, books -> {
            books.movements.removeLast();
            books.lie(8, 2, 0);
        });
        FALSIFIED.put(Rule.MOVEMENTS_ADD_UP_TO_STOCK, books -> books.stock.set(0, new StockFact("LAMP", 8, 1, 0, 0)));
        FALSIFIED.put(Rule.LOCATIONS_ADD_UP_TO_STOCK, books -> books.places.removeLast());
        FALSIFIED.put(Rule.MOVEMENTS_ADD_UP_AT_A_LOCATION, books -> {
            books.places.set(0, new PlaceFact("LAMP", "main", 6, 0));
            books.places.set(1, new PlaceFact("LAMP", "north", 2, 0));
        });
        FALSIFIED.put(
                Rule.TRANSFER_IS_BOOKED_ONCE,
                books -> books.transfers.set(0, new TransferFact("t", "LAMP", "main", "north", 3, null, false)));
        FALSIFIED.put(Rule.BOOKED_TRANSFER_IS_KNOWN, books -> books.transfers.clear());
        FALSIFIED.put(
                Rule.SHARES_ARE_WHAT_WAS_SET_ASIDE,
                books -> books.shares.add(new ShareFact("id-A", "LAMP", "main", 1)));
        FALSIFIED.put(Rule.CONFIRMED_ORDER_HAS_AN_EMAIL, books -> books.mails.removeFirst());
        FALSIFIED.put(Rule.ANSWER_IS_SENT, books -> books.questions.add(asked("A", 1)));
        FALSIFIED.put(Rule.ANSWER_IS_SENT_ONCE, books -> {
            books.questions.add(asked("A", 1));
            books.mails.add(answer("A", "m3"));
            books.mails.add(answer("A", "m4"));
        });
        FALSIFIED.put(Rule.ORDER_IS_CONFIRMED_ONCE, books -> books.mails.add(confirmation("A", "m3")));
    }

    @Test
    void booksThatAgreeGiveNoViolation() {
        assertThat(Comparison.violations(new Books().facts(), SHOPPERS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Rule.class, mode = EnumSource.Mode.MATCH_NONE, names = "STOCK_CHECK_.*")
    void everyRuleFindsWhatBreaksItAndNothingElse(Rule rule) {
        Books books = new Books();
        Objects.requireNonNull(FALSIFIED.get(rule), "a falsification").accept(books);

        List<Violation> violations = Comparison.violations(books.facts(), SHOPPERS);

        assertThat(violations).extracting(Violation::rule).containsOnly(rule);
    }

    @Test
    void aTransferThatIsBookedTwiceNotAtAllOrElsewhereIsFoundThoughTheCountsAgree() {
        Books twice = new Books();
        twice.movements.add(transferred("north", 11, "TRANSFER_ARRIVED", 3));
        twice.stock.set(0, new StockFact("LAMP", 11, 0, 0, 0));
        twice.places.set(1, new PlaceFact("LAMP", "north", 6, 0));
        Books never = new Books();
        never.transfers.add(new TransferFact("u", "LAMP", "north", "main", 1, 1, false));
        Books back = new Books();
        back.transfers.set(0, new TransferFact("t", "LAMP", "main", "north", 3, 3, true));
        for (Books books : List.of(twice, never, back)) {
            assertThat(Comparison.violations(books.facts(), SHOPPERS))
                    .singleElement()
                    .satisfies(it -> assertThat(it.rule()).isEqualTo(Rule.TRANSFER_IS_BOOKED_ONCE));
        }
        Books lost = new Books();
        lost.movements.removeIf(it -> it.kind().equals("TRANSFER_ARRIVED"));
        lost.transfers.set(0, new TransferFact("t", "LAMP", "main", "north", 3, 0, false));
        lost.stock.set(0, new StockFact("LAMP", 5, 0, 0, 0));
        lost.places.removeLast();
        assertThat(Comparison.violations(lost.facts(), SHOPPERS)).isEmpty();
    }

    @Test
    void whatIsSetAsideForAnotherThanTheMovementsSayIsFoundThoughTheLocationAddsUp() {
        Books books = new Books();
        books.movements.add(movement(11, "RESERVED", 1, "A"));
        books.movements.add(movement(12, "ALLOCATED", 1, "A"));
        books.lie(8, 0, 1);
        books.shares.add(new ShareFact("id-B", "LAMP", "main", 1));

        assertThat(Comparison.violations(books.facts(), SHOPPERS))
                .filteredOn(it -> it.rule() == Rule.SHARES_ARE_WHAT_WAS_SET_ASIDE)
                .extracting(Violation::id)
                .containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void lostAndDuplicatedOrdersAreCountedOnceEach() {
        Books books = new Books();
        books.charges.clear();
        books.shipments.clear();
        books.instances.add(instance(3, "B", "COMPLETED"));
        books.mails.add(confirmation("B", "m3"));

        List<Violation> violations = Comparison.violations(books.facts(), Told.NOTHING);

        assertThat(Comparison.lost(violations)).isEqualTo(1);
        assertThat(Comparison.duplicates(violations)).isEqualTo(1);
    }

    @Test
    void aReturnThatAddsUpIsNoViolation() {
        Books books = new Books();
        books.returns.add(sentBack("A", 25_00, 1));
        books.refunds.add(charge("A", 25_00));
        books.movements.add(movement(9, "RETURNED", 1, "A"));
        books.lie(9, 0, 0);

        assertThat(Comparison.violations(books.facts(), Told.NOTHING)).isEmpty();
    }

    @Test
    void anExchangeThatAddsUpIsNoViolation() {
        Books books = new Books();
        books.exchanged("EXCHANGED", "RESERVED", "ALLOCATED", "SHIPPED");
        books.lie(7, 0, 0);

        assertThat(Comparison.violations(books.facts(), Told.NOTHING)).isEmpty();
    }

    @Test
    void anOrderThatPeopleShippedWhileItsAutomationWasOffNeedsNoInstanceAndNoConfirmation() {
        Books books = new Books();
        books.instances.removeFirst();
        books.mails.removeFirst();
        books.setAside.add("id-A");

        assertThat(Comparison.violations(books.facts(), SHOPPERS)).isEmpty();
    }

    @Test
    void anAnswerThatWasSentIsNoViolation() {
        Books books = new Books();
        books.questions.add(asked("A", 1));
        books.questions.add(asked("A", 0));
        books.mails.add(answer("A", "m3"));

        assertThat(Comparison.violations(books.facts(), Told.NOTHING)).isEmpty();
    }

    @Test
    void moneyGivenBackIsNotKept() {
        Books books = new Books();
        books.payments.set(1, payment("B", "CAPTURED"));
        books.charges.add(charge("B", 50_00));
        books.refunds.add(charge("B", 50_00));

        assertThat(Comparison.violations(books.facts(), Told.NOTHING)).isEmpty();
    }

    /** Of a change that came to nothing, or of the payment that another one took the place of; both were taken early. */
    @Test
    void aChargeThatWentBackWholeIsNone() {
        Books books = new Books();
        books.charges.add(new MoneyFact("ch-2", "pay-other", "id-A", 70_00, "EUR", Books.AT));
        books.refunds.add(new MoneyFact("re-1", "pay-other", "id-A", 70_00, "EUR", Books.AT));
        books.returns.add(sentBack("A", 25_00, 0));
        books.refunds.add(charge("A", 25_00));
        assertThat(Comparison.violations(books.facts(), Told.NOTHING)).isEmpty();

        books.refunds.set(0, new MoneyFact("re-1", "pay-other", "id-A", 69_99, "EUR", Books.AT));
        assertThat(Comparison.violations(books.facts(), Told.NOTHING))
                .extracting(Violation::rule)
                .contains(Rule.ORDER_IS_CHARGED_ONCE);
    }

    @Test
    void aDeliveredOrderWhoseOnlyChargeWentBackByAnotherPaymentIsNotCharged() {
        Books books = new Books();
        books.charges.set(0, new MoneyFact("ch-A", "pay-other", "id-A", 50_00, "EUR", Books.AT));
        books.refunds.add(new MoneyFact("re-1", "pay-other", "id-A", 50_00, "EUR", Books.AT));
        assertThat(Comparison.violations(books.facts(), Told.NOTHING))
                .extracting(Violation::rule)
                .containsExactly(Rule.DELIVERED_ORDER_IS_CHARGED);
    }

    /** While it is paid anew, its former payment takes a moment to be let go. */
    @Test
    void twoPaymentsMayHoldMoneyForSomeMinutes() {
        Books books = new Books();
        books.holding(600, 4);
        assertThat(Comparison.violations(books.facts(), SHOPPERS)).isEmpty();
    }

    @Test
    void moneyLostInADisputeIsNotKept() {
        Books books = new Books();
        books.lostDisputes.add(charge("A", 50_00));
        books.payments.set(1, payment("B", "CAPTURED"));
        books.charges.add(charge("B", 50_00));
        books.lostDisputes.add(charge("B", 50_00));

        assertThat(Comparison.violations(books.facts(), Told.NOTHING)).isEmpty();
    }

    @Test
    void whatWasLostInADisputeIsNotGivenBackAsWell() {
        Books books = new Books();
        books.refunds.add(charge("A", 1_00));
        books.lostDisputes.add(charge("A", 50_00));

        assertThat(Comparison.violations(books.facts(), Told.NOTHING))
                .singleElement()
                .satisfies(found -> assertThat(found.rule()).isEqualTo(Rule.REFUNDS_STAY_WITHIN_THE_CHARGE));
    }
}
