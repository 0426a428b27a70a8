package io.tillflow.connectors.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.commerce.NotOffered;
import io.tillflow.connectors.commerce.PaymentLinkForOrder;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.RefundResult;
import io.tillflow.connectors.payments.VoidResult;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.CreatePaymentLink;
import io.tillflow.processes.RefundPayment;
import io.tillflow.processes.VoidPayment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the money's workers refuse before they begin. */
class PaymentWorkersTest {
    private final PaymentWorkers workers =
            new PaymentWorkers(Ports.of(Payments.class, Map.of()), Ports.of(Shop.class, Map.of()));

    @Test
    void aConnectedShopIsNotAskedForThePaymentOfItsOrders() {
        PaymentWorkers asking = new PaymentWorkers(
                Ports.of(
                        Payments.class,
                        Map.of(
                                "voidAuthorisation",
                                new VoidResult.Voided(),
                                "refund",
                                new RefundResult.Refunded("re_1", new Money(16_490, "EUR")))),
                Ports.of(Shop.class, Map.of()));
        asking.voidPayment(new VoidPayment("shopify-5512", "pay_1", "shopify-5512/void-payment/1"));
        assertThat(asking.refund(new RefundPayment("shopify-5512", "pay_1", "shopify-5512/refund-payment/1"))
                        .refunded())
                .isEqualTo(16_490);
    }

    /** It was paid anew between the look at it and the link: looked at again, and nobody pays with what was opened in vain. */
    @Test
    void aLinkThatComesTooLateIsTriedAgainAndItsPaymentLetGo() {
        List<Object> let = new ArrayList<>();
        Payment opened = payment("pay_3", PaymentStatus.OPEN);
        Payments bank = Ports.of(Payments.class, (method, arguments) -> switch (method) {
            case "open" -> opened;
            case "find" -> Optional.empty();
            case "voidAuthorisation" -> {
                let.add(arguments[0]);
                yield new VoidResult.Voided();
            }
            default -> throw new AssertionError("expected nobody to call " + method);
        });
        PaymentWorkers late = new PaymentWorkers(
                bank,
                Ports.of(Shop.class, Map.of("facts", SomeOrder.paidWith("7f3", "pay_1", false), "linkPayment", false)));
        CreatePaymentLink job = new CreatePaymentLink("7f3", "pay_1", 11_200, "EUR", "7f3/create-payment-link/2");
        assertThatThrownBy(() -> late.createLink(job))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("paid anew meanwhile");
        assertThat(let).containsExactly("pay_3");
    }

    /** Whoever dies after the link finds the third payment as the order's, and would never hear of the second. */
    @Test
    void theSecondOfThreePaymentsIsLetGoBeforeTheLinkToTheThird() {
        List<Object> done = new ArrayList<>();
        Payments bank = Ports.of(Payments.class, (method, arguments) -> switch (method) {
            case "open" -> payment("pay_3", PaymentStatus.OPEN);
            case "find" -> Optional.of(payment(String.valueOf(arguments[0]), PaymentStatus.DECLINED));
            case "voidAuthorisation" -> {
                done.add("let go " + arguments[0]);
                yield new VoidResult.Voided();
            }
            default -> throw new AssertionError("expected nobody to call " + method);
        });
        Shop shop = Ports.of(Shop.class, (method, arguments) -> {
            if (method.equals("linkPayment")) {
                done.add("link");
                throw new ProviderUnavailable("the connectors die here");
            }
            return SomeOrder.paidWith("7f3", "pay_2", true);
        });
        PaymentWorkers dying = new PaymentWorkers(bank, shop);
        CreatePaymentLink job = new CreatePaymentLink("7f3", "pay_1", 11_200, "EUR", "7f3/create-payment-link/2");
        assertThatThrownBy(() -> dying.createLink(job)).hasMessage("the connectors die here");
        assertThat(done).containsExactly("let go pay_2", "link");
    }

    /** Nobody is asked to pay a second time whose second card was taken while their process asked for another link. */
    @Test
    void aPaymentThatHoldsByNowIsNotReplaced() {
        Payments bank =
                Ports.of(Payments.class, Map.of("find", Optional.of(payment("pay_1", PaymentStatus.AUTHORISED))));
        PaymentWorkers paid = new PaymentWorkers(
                bank, Ports.of(Shop.class, Map.of("facts", SomeOrder.paidWith("7f3", "pay_1", false))));
        CreatePaymentLink job = new CreatePaymentLink("7f3", "pay_1", 11_200, "EUR", "7f3/create-payment-link/2");
        assertThat(paid.createLink(job).paymentId()).isEqualTo("pay_1");
    }

    /** The connectors died after the link to pay_2; then another card was taken on the page of pay_1, which was open still. */
    @Test
    void theOrderEndsWithThePaymentThatItsProcessGoesOnWith() {
        Bank bank = new Bank(PaymentStatus.AUTHORISED, PaymentStatus.OPEN);
        assertThat(bank.link()).isEqualTo("pay_1");
        assertThat(bank.done).containsExactly("let go pay_2", "link pay_1 instead of pay_2");
    }

    @Test
    void ofTwoThatArePaidTheOrdersOwnStaysAndWhatWasTakenWithTheFormerGoesBack() {
        Bank bank = new Bank(PaymentStatus.CAPTURED, PaymentStatus.AUTHORISED);
        assertThat(bank.link()).isEqualTo("pay_2");
        assertThat(bank.done).containsExactly("let go pay_1", "refund pay_1");
    }

    @Test
    void oneWhoseMoneyWasTakenByNowIsNotReplaced() {
        Bank bank = new Bank(PaymentStatus.CAPTURED, null);
        assertThat(bank.link()).isEqualTo("pay_1");
        assertThat(bank.done).isEmpty();
    }

    /** Its second card was taken between the look at it and the closing of its page. */
    @Test
    void norIsOneWhoseMoneyWasTakenWhileItWasLookedAt() {
        Bank bank = new Bank(PaymentStatus.DECLINED, null);
        bank.takenMeanwhile = true;
        assertThat(bank.link()).isEqualTo("pay_1");
        assertThat(bank.done).containsExactly("let go pay_1");
    }

    @Test
    void thePageOfADeclinedOneIsClosedBeforeAnotherOpens() {
        Bank bank = new Bank(PaymentStatus.DECLINED, null);
        assertThat(bank.link()).isEqualTo("pay_2");
        assertThat(bank.done)
                .containsExactly("let go pay_1", "open pay_2", "link pay_2 instead of pay_1", "let go pay_1");
    }

    /** A bank that knows pay_1, and perhaps pay_2, which is the order's then; it notes what is done. */
    private static final class Bank {
        private final List<String> done = new ArrayList<>();
        private final Map<String, PaymentStatus> known = new HashMap<>();
        private final PaymentWorkers workers;
        private boolean takenMeanwhile;

        Bank(PaymentStatus first, @Nullable PaymentStatus second) {
            known.put("pay_1", first);
            if (second != null) {
                known.put("pay_2", second);
            }
            Shop shop = Ports.of(Shop.class, (method, arguments) -> {
                if (method.equals("linkPayment")) {
                    PaymentLinkForOrder link = (PaymentLinkForOrder) arguments[1];
                    done.add("link " + link.paymentId() + " instead of " + link.former());
                    return true;
                }
                return SomeOrder.paidWith("7f3", second == null ? "pay_1" : "pay_2", false);
            });
            workers = new PaymentWorkers(Ports.of(Payments.class, this::answer), shop);
        }

        String link() {
            return workers.createLink(new CreatePaymentLink("7f3", "pay_1", 11_200, "EUR", "7f3/create-payment-link/2"))
                    .paymentId();
        }

        private Object answer(String method, Object[] arguments) {
            String id = String.valueOf(arguments[0]);
            return switch (method) {
                case "find" -> Optional.ofNullable(known.get(id)).map(status -> payment(id, status));
                case "open" -> {
                    done.add("open pay_2");
                    yield payment("pay_2", PaymentStatus.OPEN);
                }
                case "voidAuthorisation" -> {
                    done.add("let go " + id);
                    yield letGo(id);
                }
                case "refund" -> {
                    done.add("refund " + id);
                    yield new RefundResult.Refunded("re_1", new Money(11_200, "EUR"));
                }
                default -> throw new AssertionError("expected nobody to call " + method);
            };
        }

        private VoidResult letGo(String id) {
            if (takenMeanwhile) {
                known.put(id, PaymentStatus.CAPTURED);
            }
            return known.get(id) == PaymentStatus.CAPTURED ? new VoidResult.AlreadyCaptured() : new VoidResult.Voided();
        }
    }

    private static Payment payment(String id, PaymentStatus status) {
        return new Payment(
                id, "7f3", new Money(11_200, "EUR"), status, null, "https://pay.example/" + id, "/orders/1", null);
    }

    @Test
    void noPaymentIsOpenedForAnOrderOfAConnectedShop() {
        CreatePaymentLink job =
                new CreatePaymentLink("shopify-5512", null, 16_490, "EUR", "shopify-5512/create-payment-link/1");
        assertThatThrownBy(() -> workers.createLink(job))
                .isInstanceOf(NotOffered.class)
                .hasMessageContaining("take our payment for order shopify-5512");
    }
}
