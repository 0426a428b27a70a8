package io.tillflow.studio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Connectors, and a shop, that answer what they are asked, write down what they are told, or hang up. */
final class FakeConnectors {
    private static final String VERSION = """
            {"model": "recommendation", "version": 3, "training": "t0", "state": "LIVE", "reason": "BETTER_THAN_BASELINE",
             "windowFrom": "2026-01-02T12:00:00Z", "windowTo": "2026-03-02T12:00:00Z", "rows": 900, "features": "f", "metric": "hit rate at 10",
             "split": "s", "cases": 180, "figure": 0.41, "baselineName": "bought most", "baseline": 0.38, "gain": 0.03, "gainAtWorst": 0.01,
             "gainAtBest": 0.05, "predecessor": null, "predecessorCases": null, "predecessorFigure": null, "gainOverLive": null,
             "seconds": 1.5, "bytes": 900, "digest": "d", "trainedAt": "2026-03-02T12:00:00Z", "promotedAt": null, "promotedBy": null}""";

    private static final String RETURNS = """
            {"id": "return-request", "name": "Return request", "version": 3, "state": "paused", "reason": "counting",
             "triggers": [{"message": "return-requested", "state": "paused", "alsoBegins": []}],
             "changedAt": "2026-03-02T12:00:00Z", "changedBy": "mara", "runsToday": 7, "waiting": 2, "unwanted": 0,
             "lastEventAt": null, "wouldHave": 0, "limits": {"messagesPerDay": null, "spendPerDay": 50000, "currency": "EUR"},
             "usedToday": {"messages": 3, "spend": {"EUR": 4200}}}""";

    private static final String REPORT = """
            {"id": "weekly-report", "cron": "0 9 * * MON", "zone": "Europe/Berlin", "misfire": "once", "message": "report-due", "data": {"a": 1},
             "paused": false, "next": ["2026-03-09T08:00:00Z"], "lastDue": null, "leftOut": 0, "begins": ["report"],
             "latest": {"id": "weekly-report@2026-03-02T08:00:00Z", "state": "DONE", "explanation": "heard by process instance 7",
                        "time": "2026-03-02T08:00:00Z", "receivedAt": "2026-03-02T08:00:00Z", "processInstanceKey": 7},
             "changedAt": "2026-03-01T12:00:00Z", "changedBy": "mara"}""";

    private static final String FEW_ORDERS = """
            {"id": "few-orders", "metric": "revenue", "unit": "money", "currency": "EUR", "each": "shop", "span": "day", "zone": "Europe/Berlin",
             "compare": "below", "bound": 50000, "fewest": 10, "restHours": 24, "misfire": "once", "message": "orders-fell", "data": {"a": 1},
             "paused": false, "lookedAt": "2026-03-02T23:00:15Z", "trouble": null, "leftOut": 0, "begins": ["report"],
             "latest": {"id": "few-orders@2026-03-01T23:00:00Z", "state": "DONE", "explanation": "heard by process instance 7",
                        "time": "2026-03-02T23:00:15Z", "receivedAt": "2026-03-02T23:00:15Z", "processInstanceKey": 7},
             "changedAt": "2026-03-01T12:00:00Z", "changedBy": "mara"}""";

    private static final String FORM = """
            {"id": "contact-form", "url": "http://127.0.0.1:8082/hooks/contact-form", "message": "form-sent", "signing": "tillflow",
             "header": "X-Tillflow-Signature", "idFrom": "/id", "subjectFrom": null, "variables": {"topic": "/topic"}, "perMinute": 60,
             "secretName": "HOOK_CONTACT_FORM", "secret": %s, "begins": [], "latest": null, "changedAt": "2026-03-01T12:00:00Z", "changedBy": "mara"}""";

    private static final String SERVICE = """
            {"id": "service", "host": "imap.example.com", "port": 993, "security": "tls", "login": "service@ullmere.example", "folder": "INBOX",
             "message": "letter-received", "takes": ["from", "subject", "text"], "mostText": 4000, "automatic": false, "ordersToSupport": true, "everySeconds": 60,
             "paused": false, "secretName": "LETTERBOX_SERVICE", "password": true, "begun": true, "lookedAt": "2026-03-02T08:00:00Z",
             "movedAt": null, "trouble": "imap.example.com:993 refuses the login 'service@ullmere.example': check the login and its password",
             "begins": [], "latest": null, "changedAt": "2026-03-01T12:00:00Z", "changedBy": "mara"}""";

    private static volatile UnaryOperator<String> retold = UnaryOperator.identity();

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean hangsUp;

    FakeConnectors() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void begin(boolean hangUp) {
        hangsUp = hangUp;
        told.clear();
    }

    /** From now on what is answered reads like this. */
    void retell(UnaryOperator<String> other) {
        retold = other;
    }

    List<String> told() {
        return List.copyOf(told);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (hangsUp) {
            exchange.close();
            return;
        }
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!request.startsWith("GET")) {
            told.add(request + " " + body);
        }
        if (FakeLetters.ANSWERS.containsKey(request)) {
            send(exchange, 200, FakeLetters.ANSWERS.get(request));
        } else {
            reply(exchange, request, body);
        }
    }

    private static void reply(HttpExchange exchange, String request, String body) throws IOException {
        switch (request) {
            case "GET /api/v1/connectors" -> send(exchange, 200, """
                    {"families": [{"name": "payments", "provider": "sandbox", "providers": ["sandbox", "stripe"], "health": "down",
                      "breaker": "open", "underWay": 2, "lastError": "503", "lastErrorAt": "2026-03-02T12:00:00Z", "jobTypes": [
                      {"type": "payments.capture", "name": "Capture payment", "effectClass": "keyed", "template": "t", "activated": 9,
                       "completed": 8, "failed": 1, "thrown": 0, "inFlight": 1, "completedLastMinute": 3,
                       "medianMs": 12, "p95Ms": 140},
                      {"type": "payments.create-link", "name": "Create payment link", "effectClass": "keyed", "template": "t", "activated": 0,
                       "completed": 0, "failed": 0, "thrown": 0, "inFlight": 0, "completedLastMinute": 0,
                       "ownShopOnly": "it takes payments itself; wait until its order is paid"}]}], "outwardStop": null}""");
            case "GET /api/v1/secrets" -> send(exchange, 200, """
                    [{"name": "SHOP_TOKEN", "source": "database", "changedAt": "2026-03-02T12:00:00Z", "changedBy": "admin",
                      "lastUsedAt": null, "usedBy": []}]""");
            case "POST /api/v1/messaging/alerts" ->
                send(exchange, body.contains("BUSY_CHAT") ? 502 : 200, "{\"detail\": \"the chat has too much to do\"}");
            case "GET /api/v1/automations" -> send(exchange, 200, "{\"items\": [" + RETURNS + "]}");
            case "GET /api/v1/automations/return-request" -> send(exchange, 200, RETURNS);
            case "GET /api/v1/mailbox?limit=500&after=0" -> send(exchange, 200, """
                    {"items": [{"id": 1, "to": "ada@example.com", "subject": "Your order UM-1", "receivedAt": "2026-03-02T12:00:00Z"}], "next": null}""");
            case "GET /api/v1/mailbox?limit=500&after=1" -> send(exchange, 200, "{\"items\": [], \"next\": null}");
            case "GET /api/v1/mailbox/1" -> send(exchange, 200, """
                    {"id": 1, "to": "ada@example.com", "subject": "Your order UM-1", "receivedAt": "2026-03-02T12:00:00Z",
                     "from": "shop@example.com", "html": "<p>It is on its way.</p>", "text": "It is on its way."}""");
            case "GET /api/v1/sandbox/faults" -> send(exchange, 200, """
                    [{"provider": "payments", "latencyMs": 0, "failureRate": 0.0, "lostAnswerRate": 0.0, "webhookDelayMs": 0, "webhookCopies": 1,
                      "webhookShuffleMs": 0, "busyRate": 0.0}]""");
            case "GET /api/v1/sandbox/cards" -> send(exchange, 200, """
                    [{"number": "4242 4242 4242 4242", "title": "Works", "explanation": "The payment is authorised."}]""");
            case "PUT /api/v1/secrets/bad%20name" ->
                send(exchange, 400, "{\"detail\": \"expected the name of a secret like SHOP_TOKEN\"}");
            default -> answerOfTheShop(exchange, request, body);
        }
    }

    private static void answerOfTheShop(HttpExchange exchange, String request, String body) throws IOException {
        switch (request) {
            case "POST /api/v1/admin/support/" + FakeShop.QUESTION + "/replies" ->
                send(exchange, body.contains("\"seen\":4") ? 200 : 409, "{\"detail\": \"read that first\"}");
            case "PUT /api/v1/admin/support/" + FakeShop.QUESTION + "/topic" ->
                send(exchange, body.contains("WEATHER") ? 422 : 200, "{\"detail\": \"no such topic\"}");
            case "PUT /api/v1/admin/words/reading-lamp/de" ->
                send(exchange, body.contains("\"name\":\"\"") ? 422 : 200, "{\"detail\": \"it needs a name\"}");
            case "POST /api/v1/admin/orders/" + FakeShop.ORDER + "/cancellation" ->
                send(exchange, 409, "{\"detail\": \"the parcel is sealed\"}");
            default -> answerOfTheRegistry(exchange, request);
        }
    }

    private static void answerOfTheRegistry(HttpExchange exchange, String request) throws IOException {
        switch (request) {
            case "GET /api/v1/registry" -> send(exchange, 200, """
                    {"items": [{"model": "recommendation", "features": "f", "versions": 1, "hindrance": null, "latest": null, "live": %s}]}""".formatted(VERSION));
            case "GET /api/v1/registry/recommendation/versions" ->
                send(exchange, 200, "{\"items\": [" + VERSION + "]}");
            case "GET /api/v1/registry/recommendation/changes" -> send(exchange, 200, """
                    {"items": [{"version": 3, "kind": "PROMOTED", "actor": "ada", "reason": null, "at": "2026-03-02T12:00:00Z"}]}""");
            case "GET /api/v1/registry/recommendation/trainings" -> send(exchange, 200, """
                    {"items": [{"id": "t1", "model": "recommendation", "askedBy": "ada", "askedAt": "2026-03-02T12:00:00Z",
                      "state": "TOO_LITTLE", "reason": "there are 3 baskets", "begunAt": null, "endedAt": null}]}""");
            case "GET /api/v1/registry/customer-value/scores?order=lapsed&limit=5" -> send(exchange, 200, """
                    {"totals": null, "items": [{"customer": "UM-7", "repeats": 4, "pAlive": 0.2, "expectedOrders": 0.3,
                      "expectedAmount": 4500, "value": 1300, "nextOrder": null}]}""");
            case "POST /api/v1/registry/recommendation/rollback" ->
                send(exchange, 409, "{\"detail\": \"there is no live version\"}");
            default -> answerOfModels(exchange, request);
        }
    }

    private static void answerOfModels(HttpExchange exchange, String request) throws IOException {
        switch (request) {
            case "GET /api/v1/registry/demand/forecasts/LAMP-1?days=14" -> send(exchange, 200, FakeFigures.DEMAND);
            case "GET /api/v1/registry/demand/needs?days=42" -> send(exchange, 200, FakeFigures.NEEDS);
            case "GET /api/v1/registry/price/answers" -> send(exchange, 200, FakeFigures.PRICES);
            case "GET /api/v1/registry/demand/forecasts/LAMP-1?days=30" -> send(exchange, 200, """
                    {"sku": "LAMP-1", "missing": "sold 8 times; 12 are needed", "past": [], "ahead": []}""");
            default -> answerOfTriggers(exchange, request);
        }
    }

    private static void answerOfTriggers(HttpExchange exchange, String request) throws IOException {
        switch (request) {
            case "GET /api/v1/automations/nothing" ->
                send(exchange, 404, "{\"detail\": \"no deployed process 'nothing' is begun by a message\"}");
            case "GET /api/v1/experiments" -> send(exchange, 200, "{\"items\": [" + FakeExperiments.CARTS + "]}");
            case "GET /api/v1/experiments/cart-reminder/1" -> send(exchange, 200, FakeExperiments.CARTS);
            case "POST /api/v1/experiments/cart-reminder/1/shifting" ->
                send(exchange, 409, "{\"detail\": \"expected two arms or more\"}");
            case "GET /api/v1/schedules" -> send(exchange, 200, "{\"items\": [" + REPORT + "]}");
            case "GET /api/v1/schedules/weekly-report" -> send(exchange, 200, REPORT);
            case "GET /api/v1/schedules/weekly-report/firings" -> send(exchange, 200, """
                    {"items": [{"id": "weekly-report@2026-03-02T08:00:00Z", "state": "DONE", "explanation": "heard by process instance 7",
                      "time": "2026-03-02T08:00:00Z", "receivedAt": "2026-03-02T08:00:00Z", "processInstanceKey": 7}]}""");
            case "GET /api/v1/schedules/nothing" ->
                send(exchange, 404, "{\"detail\": \"there is no schedule 'nothing'\"}");
            case "POST /api/v1/schedules/weekly-report/firing" ->
                send(exchange, 200, "{\"event\": \"weekly-report@by-hand-1\"}");
            case "GET /api/v1/hooks" -> send(exchange, 200, "{\"items\": [" + FORM.formatted("null") + "]}");
            case "GET /api/v1/hooks/contact-form" -> send(exchange, 200, FORM.formatted("null"));
            case "PUT /api/v1/hooks/contact-form", "POST /api/v1/hooks/contact-form/secret" ->
                send(exchange, 200, FORM.formatted("\"whk_canary\""));
            case "POST /api/v1/hooks/contact-form/test" -> send(exchange, 200, """
                    {"outcome": "ACCEPTED", "explanation": "became the event contact-form/test-1", "event": "contact-form/test-1"}""");
            case "GET /api/v1/hooks/contact-form/deliveries" -> send(exchange, 200, """
                    {"items": [{"seq": 1, "at": "2026-03-02T08:00:00Z", "outcome": "NOT_GENUINE", "explanation": "expected a signature", "eventId": null,
                      "byHand": false, "headers": {"X-Tillflow-Signature": "(hidden)"}, "payload": "{}"}]}""");
            case "GET /api/v1/letterboxes" -> send(exchange, 200, "{\"items\": [" + SERVICE + "]}");
            case "GET /api/v1/letterboxes/service",
                    "PUT /api/v1/letterboxes/service",
                    "POST /api/v1/letterboxes/service/look" -> send(exchange, 200, SERVICE);
            case "GET /api/v1/letterboxes/service/letters" -> send(exchange, 200, """
                    {"items": [{"uid": 7, "at": "2026-03-02T08:00:00Z", "outcome": "TOLD", "explanation": "became an event",
                      "eventId": "service/<1@x>", "sender": "ada@example.com", "subject": "Where is it?", "bytes": 4200}]}""");
            case "PUT /api/v1/ai/prompts/classify" -> send(exchange, 200, """
                    {"name": "classify", "version": 3, "text": "Choose.", "changedBy": "ada", "changedAt": "2026-03-02T12:00:00Z"}""");
            default -> answerOfExports(request, exchange);
        }
    }

    private static void answerOfExports(String request, HttpExchange exchange) throws IOException {
        switch (request) {
            case "GET /api/v1/exports" -> send(exchange, 200, """
                    {"datasets": ["purchases", "sales"], "formats": ["csv", "parquet"], "items": [{"id": "r1", "dataset": "purchases", "format": "parquet",
                     "askedBy": "ada", "fromDay": "2026-03-01", "state": "DONE", "days": 2, "written": 1, "rows": 7, "bytes": 1234, "late": 1,
                     "schemaVersion": 1, "watermark": "2026-03-05T09:00:00Z", "beganAt": "2026-03-05T09:00:00Z", "endedAt": "2026-03-05T09:00:01Z",
                     "problem": null,
                     "notice": "1 of 2 documents were gone or not as they were written, and are written again: 2026-03-04"}]}""");
            case "GET /api/v1/exports/purchases/parquet/parts" -> send(exchange, 200, """
                    {"items": [{"day": "2026-03-04", "path": "exports/purchases/v1/day=2026-03-04/purchases.parquet", "schemaVersion": 1, "rows": 7,
                     "bytes": 1234, "checksum": "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "open": false, "revision": 2, "late": 1,
                     "writtenAt": "2026-03-05T09:00:01Z"}]}""");
            case "POST /api/v1/exports/purchases/parquet/runs" -> send(exchange, 202, "{\"id\": \"r2\"}");
            default -> answerOfPatterns(exchange, request);
        }
    }

    private static void answerOfPatterns(HttpExchange exchange, String request) throws IOException {
        switch (request) {
            case "GET /api/v1/patterns" -> send(exchange, 200, "{\"items\": [" + FEW_ORDERS + "]}");
            case "GET /api/v1/patterns/few-orders" -> send(exchange, 200, FEW_ORDERS);
            case "GET /api/v1/patterns/nothing" ->
                send(exchange, 404, "{\"detail\": \"there is no pattern 'nothing'\"}");
            case "GET /api/v1/patterns/few-orders/firings" -> send(exchange, 200, """
                    {"items": [{"id": "few-orders@2026-03-01T23:00:00Z", "state": "DONE", "explanation": "heard by process instance 7",
                      "time": "2026-03-02T23:00:15Z", "receivedAt": "2026-03-02T23:00:15Z", "processInstanceKey": 7}]}""");
            case "GET /api/v1/patterns/metrics" -> send(exchange, 200, """
                    {"currency": "EUR", "items": [{"metric": "revenue", "unit": "money", "perSku": false, "share": false},
                      {"metric": "stock-outs", "unit": "count", "perSku": true, "share": false}]}""");
            case "POST /api/v1/patterns/preview" -> send(exchange, 200, """
                    {"days": 90, "times": 1, "unit": "money", "currency": "EUR", "items": [{"subject": "", "from": "2026-03-01T23:00:00Z",
                      "to": "2026-03-02T23:00:00Z", "value": 31000, "low": 50000, "high": null}]}""");
            case "POST /api/v1/patterns/few-orders/firing" ->
                send(exchange, 200, "{\"event\": \"few-orders@by-hand-1\"}");
            default ->
                send(
                        exchange,
                        200,
                        FakeShop.answer(request)
                                .orElseGet(() -> list(exchange.getRequestURI().getPath())));
        }
    }

    private static String list(String path) {
        return switch (path) {
            case "/api/v1/automations/return-request/would-have" -> """
                    {"items": [{"seq": 1, "processInstanceKey": 900, "elementId": "send-label", "jobType": "messaging.send-email",
                      "action": "Send e-mail", "inputs": {"template": "return-label"}, "at": "2026-03-02T12:00:00Z"}], "next": null}""";
            case "/api/v1/intake/events" -> """
                    {"items": [{"seq": 1, "id": "e1", "type": "return-requested", "subject": "r1", "state": "HELD",
                      "explanation": "paused", "receivedAt": "2026-03-02T12:00:00Z"}], "next": null}""";
            case "/api/v1/ai" -> """
                    {"currency": "EUR", "providers": [{"name": "local", "model": "m", "local": true, "skills": ["classify"], "health": "up", "breaker": "closed",
                      "lastError": null, "lastErrorAt": null, "answered": 3, "cached": 0, "notAnswered": 1, "tokens": 0, "micros": 0,
                      "tokensPerDay": null, "microsPerDay": null, "priced": false}], "routes": {"classify": ["local"]}, "answered": 3, "cached": 0,
                     "fallbacks": 0, "redacted": {"email": 2}}""";
            default -> "";
        };
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = retold.apply(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
