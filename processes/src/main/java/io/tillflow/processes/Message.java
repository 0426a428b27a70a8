package io.tillflow.processes;

/** Messages the shipped models wait for; each is the type of an event, and its correlation key is the id of its subject: order, return, question, dispute or training. */
public final class Message {
    @Trigger(name = "Order placed", help = "A shopper placed an order.", starts = true, example = """
                    {"order": {"id": "7f3", "number": "U-1001", "customerId": "c51", "channel": "web", "currency": "EUR", "total": 11200, "worth": 11200,
                      "items": 2, "weightGrams": 1400, "country": "DE", "express": false, "firstOrder": false, "addressMismatch": false,
                      "pastDeclines": 0, "fraudProbability": 0.02, "fraudReasons": ""}, "payment": {"id": "pay_1"}}""")
    public static final String ORDER_PLACED = "order-placed";

    @Trigger(name = "Cancellation requested", help = "The shopper wants to cancel.", example = """
                    {"cancellation": {"reason": "ordered twice"}}""")
    public static final String ORDER_CANCEL_REQUESTED = "order-cancel-requested";

    @Trigger(name = "Shipped by hand", help = "Staff handed the parcel over themselves.", example = """
                    {"staff": {"act": "5b0"}}""")
    public static final String ORDER_SHIPPED_BY_HAND = "order-shipped-by-hand";

    @Trigger(name = "Captured by hand", help = "Staff had the money taken themselves.", example = """
                    {"staff": {"act": "5b1"}}""")
    public static final String PAYMENT_CAPTURED_BY_HAND = "payment-captured-by-hand";

    @Trigger(name = "Stock available", help = "A restock was shared out to this order.", example = """
                    {"restock": {"id": "r1"}}""")
    public static final String STOCK_AVAILABLE = "stock-available";

    @Trigger(
            name = "Payment authorised",
            help = "The provider says that the money is held; verify before relying on it.",
            example = """
                    {"payment": {"id": "pay_1", "status": "AUTHORISED"}}""")
    public static final String PAYMENT_AUTHORISED = "payment-authorised";

    @Trigger(name = "Payment declined", help = "The provider says that the bank refused.", example = """
                    {"payment": {"id": "pay_1", "status": "DECLINED", "declineReason": "INSUFFICIENT_FUNDS"}}""")
    public static final String PAYMENT_DECLINED = "payment-declined";

    @Trigger(name = "Payment expired", help = "The held money went back to the shopper.", example = """
                    {"payment": {"id": "pay_1", "status": "EXPIRED"}}""")
    public static final String PAYMENT_EXPIRED = "payment-expired";

    @Trigger(
            name = "Payment disputed",
            help = "A shopper's bank wants captured money back; look at the dispute before relying on it.",
            starts = true,
            example = """
                    {"order": {"id": "7f3"}, "payment": {"id": "pay_1"},
                     "dispute": {"id": "dp_1", "amount": 11200, "currency": "EUR", "reason": "NOT_RECEIVED"}}""")
    public static final String PAYMENT_DISPUTED = "payment-disputed";

    @Trigger(
            name = "Dispute closed",
            help = "The bank says that it decided a dispute; look at it before relying on it.",
            about = "=dispute.id",
            example = """
                    {"closing": {"disputeId": "dp_1", "status": "WON"}}""")
    public static final String PAYMENT_DISPUTE_CLOSED = "payment-dispute-closed";

    @Trigger(name = "Parcel delivered", help = "The carrier says that the parcel arrived.", example = """
                    {"shipment": {"id": "shp_1", "trackingNumber": "ULM1"}}""")
    public static final String SHIPMENT_DELIVERED = "shipment-delivered";

    @Trigger(name = "Parcel lost", help = "The carrier says that the parcel is lost.", example = """
                    {"shipment": {"id": "shp_1", "trackingNumber": "ULM1"}}""")
    public static final String SHIPMENT_LOST = "shipment-lost";

    @Trigger(
            name = "Return requested",
            help = "A shopper wants to send things back; parcel events of a return carry its id.",
            starts = true,
            example = """
                    {"order": {"id": "7f3", "number": "U-1001", "currency": "EUR", "country": "DE"}, "payment": {"id": "pay_1"},
                     "request": {"id": "9c1", "reason": "UNFITTING", "amount": 4200, "worth": 4200, "items": 1, "weightGrams": 600, "daysSince": 3,
                                 "daysAllowed": 30, "exchange": {"items": 1, "weightGrams": 700, "refund": 500}}}""")
    public static final String RETURN_REQUESTED = "return-requested";

    @Trigger(
            name = "Shopper asked",
            help = "A shopper wrote about an order; the words stay in the shop.",
            starts = true,
            example = """
                    {"order": {"id": "7f3", "number": "U-1001"},
                     "request": {"id": "2b8", "topic": "WHERE", "urgent": false, "round": 0, "orderState": "SHIPPED"}}""")
    public static final String SUPPORT_REQUESTED = "support-requested";

    @Trigger(
            name = "Person answered",
            help = "Somebody of the shop answered a shopper's question.",
            about = "=request.id",
            example = """
                    {"answer": {"id": "e41", "number": 12}}""")
    public static final String SUPPORT_ANSWERED = "support-answered";

    @Trigger(
            name = "Shop wrote",
            help = "Somebody of the shop wrote to a shopper who waits for no answer.",
            starts = true,
            example = """
                    {"order": {"id": "7f3", "number": "U-1001"}, "request": {"id": "2b8"}, "answer": {"id": "e42", "number": 13}}""")
    public static final String SUPPORT_WRITTEN = "support-written";

    @Trigger(
            name = "Shopper wrote more",
            help = "A shopper wrote again while the answer is still due.",
            about = "=request.id",
            example = """
                    {"more": {"number": 14}}""")
    public static final String SUPPORT_CONTINUED = "support-continued";

    @Trigger(
            name = "Conversation closed",
            help = "The shopper needs no answer any more.",
            about = "=request.id",
            example = """
                    {"closing": {"by": "SHOPPER"}}""")
    public static final String SUPPORT_CLOSED = "support-closed";

    @Trigger(
            name = "Training requested",
            help = "Somebody, or the time of night, wants a prediction model trained anew.",
            starts = true,
            example = """
                    {"training": {"id": "5d2", "model": "recommendation", "askedBy": "ada"}}""")
    public static final String TRAINING_REQUESTED = "training-requested";

    @Trigger(
            name = "Account letter requested",
            help = "Somebody makes an account, forgot a password or changed something about an account.",
            starts = true,
            example = """
                    {"letter": {"id": "0b7", "kind": "account-join"}}""")
    public static final String ACCOUNT_LETTER_REQUESTED = "account-letter-requested";

    @Trigger(
            name = "Cart abandoned",
            help = "Somebody who agreed to letters left a cart for some hours; told once until it is touched again.",
            starts = true,
            example = """
                    {"reminder": {"id": "8a0", "items": 2, "total": 11200, "recent": 0}, "customer": {"accountId": "3c1"}}""")
    public static final String CART_ABANDONED = "cart-abandoned";

    @Trigger(
            name = "Cart bought",
            help = "What was in an abandoned cart became an order.",
            about = "=reminder.id",
            example = """
                    {"bought": {"orderId": "7f3", "total": 11200}}""")
    public static final String CART_BOUGHT = "cart-bought";

    @Trigger(
            name = "Stock low",
            help = "Too few of an article are free, even with those on their way; told once each time it gets so.",
            starts = true,
            example = """
                    {"businessKey": "MUG-BLUE", "request": {"id": "6d0"}, "article": {"sku": "MUG-BLUE", "name": "Mug, blue", "price": 2400, "currency": "EUR",
                      "available": 4, "awaited": 0, "lowAt": 5, "upTo": 30, "pack": 1, "supplier": ""}}""")
    public static final String STOCK_LOW = "stock-low";

    @Trigger(
            name = "Stock check due",
            help = "The schedule replenishment wants a look at what is low still.",
            starts = true,
            example = """
                    {"schedule": {"id": "replenishment", "due": "2026-03-02T05:00:00Z", "byHand": false}}""")
    public static final String STOCK_CHECK_DUE = "stock-check-due";

    @Trigger(
            name = "Export due",
            help = "The schedule nightly-export wants the shop's figures among the documents.",
            starts = true,
            example = """
                    {"schedule": {"id": "nightly-export", "due": "2026-03-02T03:30:00Z", "byHand": false}}""")
    public static final String EXPORT_DUE = "export-due";

    @Trigger(
            name = "Slow seller found",
            help =
                    "There is more of an article than will be asked for in a long time; told at most once in four weeks. soldShare is null where nobody foretold it, cost where it was never bought.",
            starts = true,
            example = """
                    {"businessKey": "MUG-BLUE", "markdown": {"id": "MUG-BLUE@2026-03-01"}, "article": {"sku": "MUG-BLUE", "name": "Mug, blue", "available": 80,
                      "cost": 900, "sold": 8, "foretold": 16, "soldShare": 0.5, "weeks": 30, "lying": 120, "unchanged": 200}}""")
    public static final String SLOW_SELLER_FOUND = "slow-seller-found";

    @Trigger(
            name = "Slow-seller check due",
            help = "The schedule slow-seller-markdown wants a look at what sells slowly.",
            starts = true,
            example = """
                    {"schedule": {"id": "slow-seller-markdown", "due": "2026-03-02T06:00:00Z", "byHand": false}}""")
    public static final String SLOW_SELLER_CHECK_DUE = "slow-seller-check-due";

    @Trigger(
            name = "Supplier answered",
            help =
                    "A supplier says how a purchase stands: CONFIRMED (so many of it), REJECTED or DELIVERED (so many in all).",
            about = "=purchase.reference",
            example = """
                    {"news": {"purchaseId": "po_1", "status": "CONFIRMED", "quantity": 24, "expectedOn": "2026-03-31"}}""")
    public static final String PURCHASE_UPDATED = "purchase-updated";

    private Message() {}
}
