package io.tillflow.studio;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a shop answers to who looks at it. */
final class FakeShop {
    static final String QUESTION = "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0001";
    static final String ORDER = "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0002";
    static final String CUSTOMER = "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0004";
    static final String DRAFT = "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0008";
    static final String TRANSFERRED = "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0009";
    static final String SKU = "LAMP-1";

    private static final String REQUEST = """
            {"id": "%s", "orderId": "%s", "state": "WITH_PERSON", "topic": "OTHER", "sorted": null, "urgent": true, "answers": 0,
             "askedAt": "2026-03-02T12:00:00Z", "updatedAt": "2026-03-02T12:00:00Z"}""".formatted(QUESTION, ORDER);
    private static final String CONVERSATION = """
            {"request": %s, "number": "UM-1",
             "messages": [{"seq": 4, "id": "m1", "requestId": "r", "author": "SHOPPER", "name": "", "body": "canary-words",
              "writtenAt": "2026-03-02T12:00:00Z"}],
             "reading": {"language": "de", "languageProbability": 0.98,
              "found": [{"messageId": "m1", "kind": "MONEY", "from": 0, "to": 7, "text": "19,90 €", "value": "19.90 EUR"},
               {"messageId": "m1", "kind": "DATE", "from": 9, "to": 16, "text": "gestern", "value": "2026-03-01"}],
              "otherOrders": [{"id": "%s", "number": "UM-9"}], "ordersOfOthers": 1}}""".formatted(REQUEST, ORDER);
    private static final String LISTED = """
            {"id": "%s", "number": "UM-9", "email": "ada@example.com", "state": "IN_REVIEW", "reason": null, "currency": "EUR", "total": 12990,
             "items": 2, "country": "AT", "cancelRequested": false, "placedAt": "2026-03-02T12:00:00Z"}""".formatted(ORDER);
    private static final String DETAILS = """
            {"order": {"id": "%s", "number": "UM-9", "state": "IN_REVIEW", "reason": null, "currency": "EUR", "total": 12990, "itemsTotal": 12500,
              "discounts": [{"title": "Spring", "amount": 500}], "deliveryPrice": 490, "tax": 2074, "express": false, "email": "ada@example.com",
              "phone": "", "shipping": {"name": "Ada L", "street": "Ring 1", "extra": "", "postcode": "1010", "town": "Wien", "country": "AT"},
              "orderUrl": "http://127.0.0.1:8080/orders/x", "paymentId": "p1", "parcel": {"carrier": null, "trackingNumber": null},
              "stockState": "RESERVED", "cancelRequested": false, "placedAt": "2026-03-02T12:00:00Z",
              "lines": [{"sku": "LAMP-1", "name": "Reading lamp", "variant": "black", "quantity": 2, "unitPrice": 6250, "total": 12500}]},
             "changeable": true, "cancellable": true, "shippable": true, "capturable": true, "refundable": 12990, "history": [{"state": "PLACED", "reason": null, "at": "2026-03-02T12:00:00Z"}],
             "notes": [{"id": "n1", "author": "mara", "body": "called her", "writtenAt": "2026-03-02T12:00:00Z"}], "returns": [],
             "questions": [%s],
             "acts": [{"id": "a1", "returnId": null, "kind": "CANCEL", "author": "mara", "askedAt": "2026-03-02T12:00:00Z",
              "way": "AUTOMATION", "outcome": ""}],
             "lying": [{"sku": "LAMP-1", "quantity": 1, "location": "main", "name": "Main"},
              {"sku": "LAMP-1", "quantity": 1, "location": "north", "name": "North"}],
             "dearer": {"state": "PENDING", "total": 19240, "expiresAt": "2026-03-03T12:00:00Z"}}""".formatted(ORDER, REQUEST);
    private static final String DRAFTED = """
            {"id": "%s", "author": "mara", "revision": 3, "language": "de", "currency": "EUR", "discount": 500, "note": "rang", "lines": [
              {"sku": "LAMP-1", "name": "Reading lamp", "variant": "black", "quantity": 2, "unitPrice": 6250, "total": 12500, "available": 6}],
             "details": {"contact": {"email": "ada@example.com", "phone": ""}, "delivery": "standard"}, "countries": ["DE", "AT"], "currencies": ["EUR", "SEK"],
             "totals": {"itemsTotal": 12500, "discounts": [{"title": "Agreed", "amount": 500}], "deliveryPrice": 0, "tax": 1916, "total": 12000},
             "problems": [{"field": "shipping.street", "message": "The street is missing."}], "orderId": null, "number": null,
             "createdAt": "2026-03-02T12:00:00Z", "updatedAt": "2026-03-02T12:00:00Z"}""".formatted(DRAFT);
    private static final String STOCK = """
            {"sku": "LAMP-1", "product": "reading-lamp", "name": "Reading lamp", "variant": "black", "price": 6250, "onHand": 9, "held": 1,
             "reserved": 2, "allocated": 0, "available": 6}""";
    private static final String CHANGES = """
            [{"currency": "EUR", "previous": 6500, "price": 6250, "reason": "Spring", "reasonDe": "Frühling", "changedBy": "mara",
              "at": "2026-03-02T12:00:00Z"}]""";
    private static final String LISTED_PRICES = """
            [{"currency": "EUR", "price": 6250, "fixed": true}, {"currency": "SEK", "price": 69900, "fixed": true}]""";
    private static final String PLANS = """
            [{"id": "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0005", "sku": "LAMP-1", "currency": "SEK", "price": 59000, "reason": "Sale", "reasonDe": "",
              "author": "mara",
              "startsAt": "2026-03-02T12:00:00Z", "endsAt": null, "state": "PLANNED"}]""";
    private static final String SUPPLY = """
            {"rule": {"sku": "LAMP-1", "lowAt": 5, "upTo": 30, "pack": 1, "supplier": ""}, "awaited": 24,
             "purchases": [{"request": "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0007", "sku": "LAMP-1", "supplier": "nordform", "state": "CONFIRMED", "quantity": 24,
              "received": 0, "unitPrice": 3750, "currency": "EUR", "expectedOn": "2026-03-14", "madeAt": "2026-03-02T12:00:00Z",
              "updatedAt": "2026-03-02T12:00:00Z"}]}""";
    private static final String PROMOTIONS = """
            [{"id": "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0006", "code": "SPRING", "title": "Spring", "kind": "PERCENT", "value": 10, "buys": 0,
              "gets": 0, "category": null, "atLeast": 0, "combines": true, "startsAt": "2026-03-02T12:00:00Z", "endsAt": null,
              "mostUses": 100, "mostPerCustomer": 1}]""";
    private static final String CUSTOMER_ROW = """
            {"id": "%s", "email": "ada@example.com", "name": "Ada L", "account": true, "marketing": false, "orders": 1, "total": 12990,
             "currency": "EUR", "lastOrderAt": "2026-03-02T12:00:00Z"}""".formatted(CUSTOMER);
    private static final String REVIEW = """
            {"id": "5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0003", "product": "Reading lamp", "orderId": "%s", "name": "Ada", "stars": 4,
             "body": "Bright, and quiet.", "state": "WAITING", "reason": "", "writtenAt": "2026-03-02T12:00:00Z"}""".formatted(ORDER);

    private static final String PAGE_TEXT = """
            {"page": "imprint", "language": "en", "title": "Imprint", "version": 2, "shown": 1, "open": ["the company"], "author": "mara",
             "writtenAt": "2026-03-02T12:00:00Z"}""";
    private static final String PAGE = """
            {"text": %s, "shipped": true, "body": "Ullmere **Ltd**", "blanks": ["delivery-table"], "versions": [
              {"version": 2, "title": "Imprint", "body": "Ullmere **Ltd**", "author": "mara", "writtenAt": "2026-03-02T12:00:00Z"},
              {"version": 0, "title": "Imprint", "body": "[[the company]]", "author": "", "writtenAt": null}]}""".formatted(PAGE_TEXT);

    private static final String PROFILE = """
            {"number": 3, "profile": {"name": "Ullmere", "tagline": "Things.", "company": {"name": "", "represented": "", "street": "",
              "postcode": "", "town": "", "country": ""}, "contact": {"email": "", "phone": ""}, "tax": {"vatId": "", "taxNumber": "", "register": ""},
              "delivery": {"freeFrom": 6000, "expressSurcharge": 700, "rates": {"DE": {"price": 490, "days": 2}}}, "returns": {"days": 30},
              "currencies": [{"code": "SEK", "rate": 11.5, "ending": "NINE", "offered": true,
               "delivery": {"freeFrom": 70000, "expressSurcharge": null, "prices": {"DE": 7900}}}]},
             "open": ["company.name", "tax"], "changes": [{"number": 3, "author": "mara", "writtenAt": "2026-03-02T12:00:00Z"}]}""";

    private static final String LOGO = """
            {"shown": {"path": "/img/logo-0123456789abcdef01234567.png", "width": 300, "height": 100},
             "picture": "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="}""";

    private static final String WORDS = """
            {"product": "reading-lamp", "path": "/p/reading-lamp", "words": {"en": {"name": "Reading lamp", "line": "Bright", "about": "A **lamp**",
              "care": "Dust it", "kind": "Lamps", "attributes": [{"name": "Height", "value": "34 cm"}]}},
             "looks": {"en": "<p>A <strong>lamp</strong></p>"},
             "options": {"en": {"colours": {"black": "Black"}, "sizes": {"tall": "tall"}}, "de": {"colours": {"black": ""}, "sizes": {"tall": "hoch"}}},
             "skus": [{"sku": "LAMP-1", "name": "black"}]}""";
    private static final String PICTURES = """
            [{"name": "u-0123456789abcdef01234567", "path": "/img/u-0123456789abcdef01234567-800.jpg", "alts": {"en": "A lamp", "de": "Eine Lampe"},
              "small": "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="},
             {"name": "lamp-black", "path": "/img/lamp-black.svg", "alts": {}, "small": null}]""";

    private static final String LOCATIONS = """
            [{"id": "main", "name": "Main", "street": "", "postcode": "", "town": "", "country": "", "position": 1, "open": true},
             {"id": "north", "name": "North", "street": "Kai 1", "postcode": "20457", "town": "Hamburg", "country": "DE", "position": 2,
              "open": true}]""";
    private static final String PLACES = """
            [{"location": "main", "name": "Main", "open": true, "onHand": 5, "allocated": 1},
             {"location": "north", "name": "North", "open": true, "onHand": 4, "allocated": 0}]""";
    private static final String TRANSFER = """
            {"id": "%s", "sku": "LAMP-1", "origin": "main", "target": "north", "quantity": 3, "sentAt": "2026-03-02T12:00:00Z",
             "sentBy": "mara", "arrived": null, "arrivedAt": null, "arrivedBy": null, "returned": false, "overdue": true}""".formatted(TRANSFERRED);

    private FakeShop() {}

    static Optional<String> answer(String request) {
        return Optional.ofNullable(
                switch (request) {
                    case "GET /api/v1/admin/support/" + QUESTION -> CONVERSATION;
                    case "GET /api/v1/admin/supply/LAMP-1",
                            "PUT /api/v1/admin/supply/LAMP-1",
                            "POST /api/v1/admin/supply/LAMP-1/purchases/5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0007/given-up" ->
                        SUPPLY;
                    case "GET /api/v1/admin/support?limit=50" -> listOf(REQUEST);
                    case "GET /api/v1/admin/orders?limit=50" -> listOf(LISTED);
                    case "GET /api/v1/admin/orders?limit=50&q=mara%20l" -> listOf("");
                    case "GET /api/v1/admin/orders?limit=50&q=half" ->
                        listOf(LISTED.replace("\"number\": \"UM-9\",", ""));
                    case "GET /api/v1/admin/drafts?limit=50" -> listOf(DRAFTED);
                    case "GET /api/v1/admin/drafts/" + DRAFT,
                            "PUT /api/v1/admin/drafts/" + DRAFT,
                            "POST /api/v1/admin/drafts" -> DRAFTED;
                    case "POST /api/v1/admin/drafts/" + DRAFT + "/order" -> DRAFTED;
                    case "GET /api/v1/admin/orders/" + ORDER,
                            "POST /api/v1/admin/orders/" + ORDER + "/changes",
                            "POST /api/v1/admin/orders/" + ORDER + "/changes/off" -> DETAILS;
                    case "GET /api/v1/admin/products?limit=50" -> listOf(STOCK);
                    case "GET /api/v1/admin/products/" + SKU -> """
                            {"row": %s, "places": %s, "transfers": [%s], "movements": [{"id": 1, "kind": "RECEIVED", "quantity": 9,
                              "orderId": null, "reason": null, "location": "main", "at": "2026-03-02T12:00:00Z"}]}""".formatted(STOCK, PLACES, TRANSFER);
                    case "GET /api/v1/admin/prices/LAMP-1/history?limit=20&currency=EUR" -> CHANGES;
                    case "GET /api/v1/admin/prices/LAMP-1/history?limit=20&currency=SEK" -> "[]";
                    case "GET /api/v1/admin/prices/LAMP-1" -> LISTED_PRICES;
                    case "GET /api/v1/admin/price-plans?limit=20&sku=LAMP-1" -> PLANS;
                    case "GET /api/v1/admin/promotions" -> PROMOTIONS;
                    case "GET /api/v1/admin/promotions/uses" -> "{\"5d0f7c9e-0d6b-4a39-8a52-1b1f6f6a0006\": 7}";
                    case "GET /api/v1/admin/customers?limit=50" -> listOf(CUSTOMER_ROW);
                    case "GET /api/v1/admin/customers/" + CUSTOMER -> """
                            {"customer": %s, "timeline": [{"at": "2026-03-02T12:00:00Z", "kind": "STATE", "orderId": "%s", "number": "UM-9",
                              "detail": "PLACED", "words": null, "amount": 12990, "currency": "EUR"}]}""".formatted(CUSTOMER_ROW, ORDER);
                    case "GET /api/v1/admin/reviews?limit=50&state=WAITING" -> listOf(REVIEW);
                    default -> house(request);
                });
    }

    /** What merchants say of the shop and what it sells. */
    private static @Nullable String house(String request) {
        return switch (request) {
            case "GET /api/v1/admin/orders?limit=100&q=ada" -> listOf("{\"number\": \"UM-2\"}");
            case "GET /api/v1/admin/orders?limit=100&q=everybody" ->
                listOf(IntStream.rangeClosed(0, 1000)
                        .mapToObj("{\"number\": \"UM-%d\"}"::formatted)
                        .collect(Collectors.joining(",")));
            case "GET /api/v1/admin/locations" -> LOCATIONS;
            case "PUT /api/v1/admin/prices/LAMP-1",
                    "PUT /api/v1/admin/locations/west",
                    "PUT /api/v1/admin/locations/main",
                    "PUT /api/v1/admin/stock/LAMP-1",
                    "POST /api/v1/admin/stock/LAMP-1/receipts" -> "{}";
            case "POST /api/v1/admin/transfers", "POST /api/v1/admin/transfers/" + TRANSFERRED + "/arrival" -> TRANSFER;
            case "POST /api/v1/admin/pages/de/look" -> "{\"html\": \"<p>x</p>\", \"open\": []}";
            case "GET /api/v1/admin/profile", "PUT /api/v1/admin/profile" -> PROFILE;
            case "GET /api/v1/admin/profile/logo" -> LOGO;
            case "PUT /api/v1/admin/profile/logo" -> LOGO.replace("300", "480");
            case "GET /api/v1/admin/pages" ->
                "[{\"page\": \"imprint\", \"shipped\": true, \"texts\": [" + PAGE_TEXT + "]}]";
            case "GET /api/v1/admin/pages/imprint/en",
                    "GET /api/v1/admin/pages/imprint/de",
                    "PUT /api/v1/admin/pages/imprint/en",
                    "PUT /api/v1/admin/pages/imprint/en/shown",
                    "DELETE /api/v1/admin/pages/imprint/en/shown" -> PAGE;
            case "POST /api/v1/admin/pages/en/look" ->
                "{\"html\": \"<p>Ullmere <strong>Ltd</strong></p>\", \"open\": [\"the company\"]}";
            default -> catalogue(request);
        };
    }

    private static @Nullable String catalogue(String request) {
        return switch (request) {
            case "GET /api/v1/admin/words/reading-lamp",
                    "PUT /api/v1/admin/words/reading-lamp/de/options",
                    "PUT /api/v1/admin/words/reading-lamp/en" -> WORDS;
            case "GET /api/v1/admin/pictures/LAMP-1",
                    "POST /api/v1/admin/pictures/LAMP-1",
                    "PUT /api/v1/admin/pictures/LAMP-1",
                    "DELETE /api/v1/admin/pictures/LAMP-1/lamp-black",
                    "PUT /api/v1/admin/pictures/LAMP-1/u-0123456789abcdef01234567/texts" -> PICTURES;
            default ->
                Stream.of("prices/LAMP-1/SEK", "profile/logo")
                                .anyMatch(it -> request.startsWith("DELETE /api/v1/admin/" + it + "?by="))
                        ? "{}"
                        : null;
        };
    }

    private static String listOf(String items) {
        return "{\"items\": [" + items + "], \"next\": null}";
    }
}
