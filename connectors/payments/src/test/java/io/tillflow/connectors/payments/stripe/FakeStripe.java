package io.tillflow.connectors.payments.stripe;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers as Stripe's API documents it: Checkout sessions, payment intents, refunds, idempotency keys, errors. */
final class FakeStripe implements ResponseTransformerV2 {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Map<String, Object>> sessions = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> intents = new ConcurrentHashMap<>();
    private final List<Map<String, Object>> refunds = new CopyOnWriteArrayList<>();
    private final Set<String> payWhenClosed = ConcurrentHashMap.newKeySet();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final FakeDisputes disputes = new FakeDisputes();
    private final Map<String, Answered> keys = new ConcurrentHashMap<>();
    private final Set<String> breaksOff = ConcurrentHashMap.newKeySet();

    private record Answered(String asked, Reply reply) {}

    record Reply(int status, Object body) {}

    @Override
    public String getName() {
        return "stripe";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        Request request = event.getRequest();
        String asked = request.getUrl() + " " + request.getBodyAsString();
        String key = request.getHeader("Idempotency-Key");
        Reply reply = key == null ? answer(request) : repeat(key, asked, request);
        boolean off = request.getMethod().isOneOf(RequestMethod.POST)
                && breaksOff.remove(request.getUrl().replaceFirst(".*/", ""));
        return Response.Builder.like(response)
                .but()
                .fault(off ? Fault.MALFORMED_RESPONSE_CHUNK : null)
                .status(reply.status())
                .headers(new HttpHeaders(new HttpHeader("Content-Type", "application/json")))
                .body(JSON.writeValueAsString(reply.body()))
                .build();
    }

    private synchronized Reply repeat(String key, String asked, Request request) {
        Answered known = keys.get(key);
        if (known == null) {
            Reply reply = answer(request);
            keys.put(key, new Answered(asked, reply));
            return reply;
        }
        return known.asked().equals(asked) ? known.reply() : error(400, "idempotency_error", "", "");
    }

    private Reply answer(Request request) {
        if (!"Bearer sk_test_1".equals(request.getHeader("Authorization"))) {
            return error(401, "invalid_request_error", "", "");
        }
        String[] path = request.getUrl().replaceFirst("\\?.*", "").split("/");
        Map<String, String> form = form(request.getBodyAsString());
        return switch (path[2]) {
            case "checkout" ->
                path.length == 4 && request.getMethod().isOneOf(RequestMethod.GET)
                        ? sessionsOf(request.getUrl())
                        : path.length == 4 ? open(form) : page(path[4], path.length > 5 ? path[5] : "", request, form);
            case "disputes" -> disputes.answer(path[3], path.length > 4 ? path[4] : "", request, form);
            case "payment_intents" -> intent(path[3], path[4], form);
            case "refunds" -> request.getMethod().isOneOf(RequestMethod.GET) ? refunds(request.getUrl()) : refund(form);
            default -> error(404, "invalid_request_error", "", "");
        };
    }

    private Reply open(Map<String, String> form) {
        String id = "cs_test_" + UUID.randomUUID();
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("id", id);
        session.put("object", "checkout.session");
        session.put("client_reference_id", form.get("client_reference_id"));
        session.put("amount_total", Long.valueOf(form.getOrDefault("line_items[0][price_data][unit_amount]", "0")));
        session.put("currency", form.get("line_items[0][price_data][currency]"));
        session.put("status", "open");
        session.put("url", "https://checkout.stripe.com/c/pay/" + id);
        session.put("metadata", new HashMap<>(Map.of("return_url", form.getOrDefault("metadata[return_url]", ""))));
        session.put("payment_intent", null);
        sessions.put(id, session);
        return new Reply(200, Map.copyOf(withoutNulls(session)));
    }

    private Reply page(String id, String action, Request request, Map<String, String> form) {
        Map<String, Object> session = sessions.get(id);
        if (session == null) {
            return error(404, "invalid_request_error", "resource_missing", "");
        }
        if (form.containsKey("metadata[voided]")) {
            metadata(session).put("voided", String.valueOf(form.get("metadata[voided]")));
        }
        if (action.equals("expire")) {
            if (payWhenClosed.remove(id)) {
                pay(id, null);
            }
            if (busy.remove(id)) {
                return error(400, "invalid_request_error", "", "");
            }
            if (!"open".equals(session.get("status"))) {
                return error(400, "invalid_request_error", "", "");
            }
            session.put("status", "expired");
        }
        Map<String, Object> shown = withoutNulls(session);
        if (request.getUrl().contains("expand") && session.get("payment_intent") != null) {
            shown.put("payment_intent", intents.get(String.valueOf(session.get("payment_intent"))));
        }
        return new Reply(200, shown);
    }

    private Reply intent(String id, String action, Map<String, String> form) {
        Map<String, Object> intent = intents.get(id);
        if (intent == null) {
            return error(404, "invalid_request_error", "resource_missing", "");
        }
        if (!"requires_capture".equals(intent.get("status"))) {
            return error(400, "invalid_request_error", "payment_intent_unexpected_state", "");
        }
        if (busy.remove(id)) {
            return error(400, "invalid_request_error", "", "");
        }
        if (action.equals("cancel")) {
            intent.put("status", "canceled");
            return new Reply(200, new HashMap<>(intent));
        }
        intent.put("status", "succeeded");
        intent.put("amount_received", Long.valueOf(form.getOrDefault("amount_to_capture", "0")));
        intent.put("latest_charge", "ch_" + id);
        return new Reply(200, new HashMap<>(intent));
    }

    private Reply sessionsOf(String url) {
        String intentId = url.replaceFirst(".*payment_intent=", "");
        return new Reply(
                200,
                Map.of(
                        "data",
                        sessions.values().stream()
                                .filter(it -> intentId.isEmpty() || intentId.equals(it.get("payment_intent")))
                                .map(FakeStripe::withoutNulls)
                                .toList()));
    }

    FakeDisputes disputes() {
        return disputes;
    }

    private Reply refunds(String url) {
        String intentId = url.replaceFirst(".*payment_intent=", "");
        return new Reply(
                200,
                Map.of(
                        "data",
                        refunds.stream()
                                .filter(it -> intentId.equals(it.get("payment_intent")))
                                .toList()));
    }

    /** The next answer to this does not come whole, though it was done: {@code capture}, {@code cancel}. */
    void breaksOff(String action) {
        breaksOff.add(action);
    }

    /** As a day later. */
    void forgetKeys() {
        keys.clear();
    }

    private Reply refund(Map<String, String> form) {
        String intentId = String.valueOf(form.get("payment_intent"));
        String amount = form.get("amount");
        Map<String, Object> intent = intents.get(intentId);
        if (intent == null) {
            return error(404, "invalid_request_error", "resource_missing", "");
        }
        long received = ((Number) intent.getOrDefault("amount_received", 0L)).longValue();
        long refunded = ((Number) intent.getOrDefault("refunded", 0L)).longValue();
        long asked = amount == null ? received - refunded : Long.parseLong(amount);
        if (received > 0 && received == refunded) {
            return error(400, "invalid_request_error", "charge_already_refunded", "");
        }
        if (asked > received - refunded) {
            return error(400, "invalid_request_error", "", "");
        }
        intent.put("refunded", refunded + asked);
        Map<String, Object> made = Map.of(
                "id",
                "re_" + UUID.randomUUID(),
                "amount",
                asked,
                "status",
                "succeeded",
                "payment_intent",
                intentId,
                "metadata",
                Map.of("effect", form.getOrDefault("metadata[effect]", "")));
        refunds.add(made);
        return new Reply(200, made);
    }

    /** A shopper confirms on the page; {@code declineCode} when the bank refuses. */
    void pay(String sessionId, @Nullable String declineCode) {
        Map<String, Object> session = sessions.get(sessionId);
        if (session == null || "expired".equals(session.get("status"))) {
            return;
        }
        String id = "pi_" + sessionId;
        Map<String, Object> intent = new ConcurrentHashMap<>();
        intent.put("id", id);
        intent.put("status", declineCode == null ? "requires_capture" : "requires_payment_method");
        intent.put("amount_capturable", declineCode == null ? session.get("amount_total") : 0L);
        if (declineCode == null) {
            session.put("status", "complete");
        } else {
            intent.put("last_payment_error", Map.of("code", "card_declined", "decline_code", declineCode));
        }
        intents.put(id, intent);
        session.put("payment_intent", id);
    }

    /** A shopper pays in the moment in which their page is about to be closed. */
    void payWhenClosed(String sessionId) {
        payWhenClosed.add(sessionId);
    }

    /** What is asked of this session or intent next is refused, once. */
    void busy(String id) {
        busy.add(id);
    }

    /** The bank asks the shopper first (3-D Secure). */
    void challenge(String sessionId) {
        Map<String, Object> session = java.util.Objects.requireNonNull(sessions.get(sessionId));
        String id = "pi_" + sessionId;
        intents.put(
                id, new ConcurrentHashMap<>(Map.of("id", id, "status", "requires_action", "amount_capturable", 0L)));
        session.put("payment_intent", id);
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> session) {
        Map<String, Object> shown = new LinkedHashMap<>(session);
        shown.values().removeIf(java.util.Objects::isNull);
        return shown;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> metadata(Map<String, Object> session) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(session.get("metadata"));
    }

    static Reply error(int status, String type, String code, String declineCode) {
        return new Reply(status, Map.of("error", Map.of("type", type, "code", code, "decline_code", declineCode)));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                form.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
