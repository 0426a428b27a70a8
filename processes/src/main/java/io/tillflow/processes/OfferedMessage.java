package io.tillflow.processes;

/** Messages that are published for analysts' own processes, beyond those the shipped models wait for. */
public final class OfferedMessage {
    @Trigger(
            name = "Alert raised",
            help =
                    "A rule for alerts is met: many incidents, silent waiting, a backlog, or instances open for too long.",
            starts = true,
            example = """
                    {"businessKey": "alert-12", "alert": {"id": 12, "rule": "Many incidents", "kind": "INCIDENTS", "subject": "order-fulfilment",
                     "count": 14, "what": "14 incidents in Order fulfilment within 15 min"}}""")
    public static final String ALERT_RAISED = "alert-raised";

    @Trigger(
            name = "Customer registered",
            help = "Somebody made an account; whether letters are welcome is said, who it is is not.",
            starts = true,
            example = """
                    {"customer": {"accountId": "3c1", "marketing": true}}""")
    public static final String CUSTOMER_REGISTERED = "customer-registered";

    @Trigger(
            name = "Order paid",
            help = "The money of an order is held or taken; told once.",
            starts = true,
            example = """
                    {"businessKey": "U-1001", "order": {"id": "7f3", "number": "U-1001", "customerId": "c51", "channel": "web", "currency": "EUR",
                      "total": 11200, "worth": 11200, "items": 2, "weightGrams": 1400, "country": "DE"}}""")
    public static final String ORDER_PAID = "order-paid";

    @Trigger(
            name = "Order cancelled",
            help = "An order is cancelled, by whomever, and its goods are free again; reason is a code.",
            starts = true,
            example = """
                    {"businessKey": "U-1001", "order": {"id": "7f3", "number": "U-1001", "customerId": "c51", "channel": "web", "currency": "EUR",
                      "total": 11200, "worth": 11200, "items": 2, "weightGrams": 1400, "country": "DE"}, "cancellation": {"reason": "SHOPPER"}}""")
    public static final String ORDER_CANCELLED = "order-cancelled";

    @Trigger(
            name = "Review written",
            help = "A buyer reviewed what they bought, or changed it; its words wait in the shop to be read.",
            starts = true,
            example = """
                    {"businessKey": "tarn-table-lamp", "review": {"id": "3d2", "product": "tarn-table-lamp", "orderId": "7f3", "stars": 2}}""")
    public static final String REVIEW_WRITTEN = "review-written";

    @Trigger(
            name = "Shopify: order created",
            help = "Somebody ordered in the connected Shopify store; whether it is paid is said, who ordered is not.",
            starts = true,
            example = """
                    {"businessKey": "#1001", "order": {"id": "shopify-5512", "number": "#1001", "currency": "EUR", "total": 11200, "items": 2, "weightGrams": 1400,
                      "country": "DE", "channel": "web", "paid": false, "test": false}}""")
    public static final String SHOPIFY_ORDER_CREATED = "shopify-order-created";

    @Trigger(
            name = "Shopify: order paid",
            help = "An order of the connected Shopify store is paid in full; told once.",
            starts = true,
            example = """
                    {"businessKey": "#1001", "order": {"id": "shopify-5512", "number": "#1001", "currency": "EUR", "total": 11200, "items": 2, "weightGrams": 1400,
                      "country": "DE", "channel": "web", "paid": true, "test": false}}""")
    public static final String SHOPIFY_ORDER_PAID = "shopify-order-paid";

    @Trigger(
            name = "Shopify: order cancelled",
            help = "An order of the connected Shopify store was cancelled, by whomever.",
            example = """
                    {"businessKey": "#1001", "order": {"id": "shopify-5512", "number": "#1001", "currency": "EUR", "total": 11200, "items": 2, "weightGrams": 1400,
                      "country": "DE", "channel": "web", "paid": false, "test": false},
                     "cancellation": {"reason": "customer"}}""")
    public static final String SHOPIFY_ORDER_CANCELLED = "shopify-order-cancelled";

    private OfferedMessage() {}
}
