package io.tillflow.connectors.commerce.rest;

import io.tillflow.connectors.commerce.AccountLetter;
import io.tillflow.connectors.commerce.AllocationResult;
import io.tillflow.connectors.commerce.CartReminder;
import io.tillflow.connectors.commerce.Delivery;
import io.tillflow.connectors.commerce.LetterStop;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.commerce.OrderLetter;
import io.tillflow.connectors.commerce.OrderNews;
import io.tillflow.connectors.commerce.PaymentLinkForOrder;
import io.tillflow.connectors.commerce.ReturnNews;
import io.tillflow.connectors.commerce.RuleAnswer;
import io.tillflow.connectors.commerce.ShippingLock;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.commerce.ShopFront;
import io.tillflow.connectors.commerce.ShopperNotice;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.SupportRead;
import io.tillflow.processes.SupportState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Speaks to the storefront's service interface with the service token. */
public final class RestShop implements Shop {

    private final RestClient http;

    /**
     * @param timeout how long one answer may take
     */
    public RestShop(URI shop, String serviceToken, Duration timeout) {
        http = ShopCalls.client(shop, serviceToken, timeout);
    }

    @Override
    public OrderFacts facts(String orderId) {
        return asked("facts of order " + orderId, OrderFacts.class, "/orders/{id}", orderId);
    }

    @Override
    public OrderFacts facts(String orderId, String parcel) {
        return asked("facts of order " + orderId, OrderFacts.class, "/orders/{id}?parcel={parcel}", orderId, parcel);
    }

    @Override
    public Delivery delivery(String orderId) {
        return asked("delivery of order " + orderId, Delivery.class, "/orders/{id}", orderId);
    }

    @Override
    public LetterStop letterStop(String orderId) {
        return asked("letters to who placed " + orderId, LetterStop.class, "/orders/{id}/letter-stop", orderId);
    }

    private <T> T asked(String what, Class<T> answer, String path, Object... ids) {
        return ShopCalls.answer(
                what,
                () -> Objects.requireNonNull(
                        http.get().uri(path, ids).retrieve().body(answer)));
    }

    @Override
    public ShopFront front() {
        return asked("its name", ShopFront.class, "/shop");
    }

    @Override
    public Optional<AccountLetter> accountLetter(String letterId) {
        return ShopCalls.answer("account letter " + letterId, () -> {
            try {
                return Optional.ofNullable(http.get()
                        .uri("/account-letters/{id}", letterId)
                        .retrieve()
                        .body(AccountLetter.class));
            } catch (HttpClientErrorException.Gone e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<CartReminder> cartReminder(String reminderId) {
        return ShopCalls.answer("cart reminder " + reminderId, () -> {
            try {
                return Optional.ofNullable(http.post()
                        .uri("/cart-reminders/{id}/letter", reminderId)
                        .retrieve()
                        .body(CartReminder.class));
            } catch (HttpClientErrorException.Gone e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public AllocationResult allocate(String orderId, EffectKey key) {
        return ShopCalls.answer("allocation for order " + orderId, () -> {
            try {
                write(HttpMethod.POST, orderId, "allocation", key, null);
                return new AllocationResult.Allocated();
            } catch (HttpClientErrorException.Conflict e) {
                ConflictProblem problem = ConflictProblem.of(e);
                return switch (problem.kind()) {
                    case "stock-short" -> new AllocationResult.StockShort(problem.missingArticles());
                    case "order-cancelled" -> new AllocationResult.OrderCancelled();
                    default -> throw problem.unexpected("stock-short or order-cancelled");
                };
            }
        });
    }

    @Override
    public void release(String orderId, EffectKey key) {
        ShopCalls.answer(
                "release of order " + orderId, () -> write(HttpMethod.DELETE, orderId, "allocation", key, null));
    }

    @Override
    public ShippingLock lockForShipping(String orderId, EffectKey key) {
        return ShopCalls.answer("shipping lock of order " + orderId, () -> {
            try {
                write(HttpMethod.POST, orderId, "shipping-lock", key, null);
                return new ShippingLock.Locked();
            } catch (HttpClientErrorException.Conflict e) {
                ConflictProblem problem = ConflictProblem.of(e);
                if (!problem.kind().equals("order-cancelled")) {
                    throw problem.unexpected("order-cancelled");
                }
                return new ShippingLock.OrderCancelled();
            }
        });
    }

    @Override
    public void show(String orderId, OrderNews news, EffectKey key) {
        ShopCalls.answer("state of order " + orderId, () -> write(HttpMethod.PUT, orderId, "state", key, news));
    }

    @Override
    public void note(String orderId, String text, EffectKey key) {
        ShopCalls.answer(
                "note about order " + orderId,
                () -> write(HttpMethod.POST, orderId, "notes", key, Map.of("text", text)));
    }

    @Override
    public boolean linkPayment(String orderId, PaymentLinkForOrder link, EffectKey key) {
        return ShopCalls.takenUnless(
                "other-payment",
                "payment link of order " + orderId,
                () -> write(HttpMethod.PUT, orderId, "payment", key, link));
    }

    @Override
    public void showReturn(String returnId, ReturnNews news, EffectKey key) {
        ShopCalls.answer(
                "state of return " + returnId,
                () -> send(HttpMethod.PUT, path("returns", returnId, "state"), key, news));
    }

    @Override
    public void restock(String returnId, EffectKey key) {
        ShopCalls.answer(
                "restock of return " + returnId,
                () -> send(HttpMethod.POST, path("returns", returnId, "restock"), key, null));
    }

    @Override
    public boolean lockExchange(String returnId, EffectKey key) {
        return ShopCalls.takenUnless(
                "exchange-off",
                "exchange lock of return " + returnId,
                () -> send(HttpMethod.POST, path("returns", returnId, "exchange-lock"), key, null));
    }

    @Override
    public SupportRead readSupport(String requestId) {
        return asked("facts of question " + requestId, SupportRead.class, "/support/{id}/facts", requestId);
    }

    @Override
    public String words(String requestId) {
        return words("words of question " + requestId, "/support/{id}/words", requestId);
    }

    @Override
    public RuleAnswer answer(String requestId, String text, @Nullable String language, EffectKey key) {
        return ShopCalls.answer(
                "answer to question " + requestId,
                () -> Objects.requireNonNull(request(
                                HttpMethod.POST,
                                path("support", requestId, "answer"),
                                key,
                                language == null ? Map.of("text", text) : Map.of("text", text, "language", language))
                        .body(RuleAnswer.class)));
    }

    @Override
    public void showSupport(String requestId, SupportState state, EffectKey key) {
        ShopCalls.answer(
                "state of question " + requestId,
                () -> send(HttpMethod.PUT, path("support", requestId, "state"), key, Map.of("state", state)));
    }

    @Override
    public String message(String messageId) {
        return words("message " + messageId, "/support/messages/{id}", messageId);
    }

    private String words(String what, String path, String id) {
        return ShopCalls.answer(
                what,
                () -> Objects.requireNonNull(http.get().uri(path, id).retrieve().body(Message.class))
                        .text());
    }

    private record Message(String text) {}

    @Override
    public boolean takeLetter(String orderNumber, OrderLetter letter) {
        return ShopCalls.answer(
                "a letter about order " + orderNumber,
                () -> Objects.requireNonNull(http.post()
                                .uri("/orders/by-number/{number}/messages", orderNumber)
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(letter)
                                .retrieve()
                                .body(LetterTaken.class))
                        .taken());
    }

    private record LetterTaken(boolean taken) {}

    @Override
    public boolean tellShopper(ShopperNotice notice, EffectKey key) {
        return ShopCalls.answer("a notice for a shopper", () -> {
            try {
                http.post()
                        .uri("/notices")
                        .header("Idempotency-Key", key.value())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(notice)
                        .retrieve()
                        .toBodilessEntity();
                return true;
            } catch (HttpClientErrorException.Gone e) {
                return false;
            }
        });
    }

    private HttpStatusCode write(HttpMethod method, String orderId, String what, EffectKey key, @Nullable Object body) {
        return send(method, path("orders", orderId, what), key, body);
    }

    private static List<String> path(String kind, String id, String what) {
        return List.of(kind, id, what);
    }

    private HttpStatusCode send(HttpMethod method, List<String> path, EffectKey key, @Nullable Object body) {
        return request(method, path, key, body).toBodilessEntity().getStatusCode();
    }

    private RestClient.ResponseSpec request(
            HttpMethod method, List<String> path, EffectKey key, @Nullable Object body) {
        RestClient.RequestBodySpec request = http.method(method)
                .uri("/{kind}/{id}/{what}", path.toArray())
                .header("Idempotency-Key", key.value())
                .contentType(MediaType.APPLICATION_JSON);
        if (body != null) {
            request.body(body);
        }
        return request.retrieve();
    }
}
