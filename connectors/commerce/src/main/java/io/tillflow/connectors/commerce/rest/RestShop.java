package io.tillflow.connectors.commerce.rest;

import io.tillflow.connectors.commerce.AccountLetter;
import io.tillflow.connectors.commerce.AllocationResult;
import io.tillflow.connectors.commerce.CartReminder;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.commerce.OrderNews;
import io.tillflow.connectors.commerce.PaymentLinkForOrder;
import io.tillflow.connectors.commerce.ReturnNews;
import io.tillflow.connectors.commerce.RuleAnswer;
import io.tillflow.connectors.commerce.ShippingLock;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.SupportState;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Speaks to the storefront's service interface with the service token. */
public final class RestShop implements Shop {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int TOO_MANY_REQUESTS = 429;

    private final RestClient http;

    /**
     * @param timeout how long one answer may take
     */
    public RestShop(URI shop, String serviceToken, Duration timeout) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        requests.setReadTimeout(timeout);
        http = RestClient.builder()
                .baseUrl(shop + "/api/v1/service")
                .defaultHeader("Authorization", "Bearer " + serviceToken)
                .requestFactory(requests)
                .build();
    }

    @Override
    public OrderFacts facts(String orderId) {
        return answer(
                "facts of order " + orderId,
                () -> Objects.requireNonNull(
                        http.get().uri("/orders/{id}", orderId).retrieve().body(OrderFacts.class)));
    }

    @Override
    public Optional<AccountLetter> accountLetter(String letterId) {
        return answer("account letter " + letterId, () -> {
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
        return answer("cart reminder " + reminderId, () -> {
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
        return answer("allocation for order " + orderId, () -> {
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
        answer("release of order " + orderId, () -> write(HttpMethod.DELETE, orderId, "allocation", key, null));
    }

    @Override
    public ShippingLock lockForShipping(String orderId, EffectKey key) {
        return answer("shipping lock of order " + orderId, () -> {
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
        answer("state of order " + orderId, () -> write(HttpMethod.PUT, orderId, "state", key, news));
    }

    @Override
    public void linkPayment(String orderId, PaymentLinkForOrder link, EffectKey key) {
        answer("payment link of order " + orderId, () -> write(HttpMethod.PUT, orderId, "payment", key, link));
    }

    @Override
    public void showReturn(String returnId, ReturnNews news, EffectKey key) {
        answer(
                "state of return " + returnId,
                () -> send(HttpMethod.PUT, path("returns", returnId, "state"), key, news));
    }

    @Override
    public void restock(String returnId, EffectKey key) {
        answer(
                "restock of return " + returnId,
                () -> send(HttpMethod.POST, path("returns", returnId, "restock"), key, null));
    }

    @Override
    public boolean lockExchange(String returnId, EffectKey key) {
        return answer("exchange lock of return " + returnId, () -> {
            try {
                send(HttpMethod.POST, path("returns", returnId, "exchange-lock"), key, null);
                return true;
            } catch (HttpClientErrorException.Conflict e) {
                ConflictProblem problem = ConflictProblem.of(e);
                if (!problem.kind().equals("exchange-off")) {
                    throw problem.unexpected("exchange-off");
                }
                return false;
            }
        });
    }

    @Override
    public RuleAnswer answer(String requestId, String text, EffectKey key) {
        return answer(
                "answer to question " + requestId,
                () -> Objects.requireNonNull(
                        request(HttpMethod.POST, path("support", requestId, "answer"), key, Map.of("text", text))
                                .body(RuleAnswer.class)));
    }

    @Override
    public void showSupport(String requestId, SupportState state, EffectKey key) {
        answer(
                "state of question " + requestId,
                () -> send(HttpMethod.PUT, path("support", requestId, "state"), key, Map.of("state", state)));
    }

    @Override
    public String message(String messageId) {
        return answer(
                "message " + messageId,
                () -> Objects.requireNonNull(http.get()
                                .uri("/support/messages/{id}", messageId)
                                .retrieve()
                                .body(Message.class))
                        .text());
    }

    private record Message(String text) {}

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

    /** Passing trouble becomes {@link ProviderUnavailable}; what the shop refuses goes on as it is. */
    private static <T> T answer(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (ResourceAccessException e) {
            throw new ProviderUnavailable("expected the shop to answer for " + what + ", but it did not", e);
        } catch (HttpServerErrorException e) {
            throw new ProviderUnavailable(
                    "expected the shop to answer for " + what + ", but it said "
                            + e.getStatusCode().value(),
                    e);
        } catch (HttpClientErrorException e) {
            if (e.getStatusCode().value() == TOO_MANY_REQUESTS) {
                throw new ProviderUnavailable("expected the shop to take " + what + ", but it has too much to do", e);
            }
            throw new IllegalStateException(
                    "expected the shop to accept " + what + ", but it said "
                            + e.getStatusCode().value(),
                    e);
        }
    }
}
