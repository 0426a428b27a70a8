package io.tillflow.processes;

/** What a step asks a worker to do: the job types of the shipped models, family first. */
public final class JobType {
    public static final String COMMERCE_UPDATE_ORDER = "commerce.update-order";
    public static final String COMMERCE_ALLOCATE_STOCK = "commerce.allocate-stock";
    public static final String COMMERCE_RELEASE_STOCK = "commerce.release-stock";
    public static final String COMMERCE_LOCK_FOR_SHIPPING = "commerce.lock-for-shipping";
    public static final String COMMERCE_UPDATE_RETURN = "commerce.update-return";
    public static final String COMMERCE_RESTOCK_RETURN = "commerce.restock-return";
    public static final String COMMERCE_LOCK_EXCHANGE = "commerce.lock-exchange";
    public static final String COMMERCE_ANSWER_SUPPORT = "commerce.answer-support";
    public static final String COMMERCE_READ_SUPPORT = "commerce.read-support";
    public static final String COMMERCE_UPDATE_SUPPORT = "commerce.update-support";
    public static final String COMMERCE_READ_PRICE = "commerce.read-price";
    public static final String COMMERCE_SET_PRICE = "commerce.set-price";
    public static final String COMMERCE_NOTE_ORDER = "commerce.note-order";
    public static final String PAYMENTS_CREATE_LINK = "payments.create-link";
    public static final String PAYMENTS_VERIFY = "payments.verify";
    public static final String PAYMENTS_CAPTURE = "payments.capture";
    public static final String PAYMENTS_VOID = "payments.void";
    public static final String PAYMENTS_REFUND = "payments.refund";
    public static final String PAYMENTS_REFUND_PART = "payments.refund-part";
    public static final String PAYMENTS_LOOK_AT_DISPUTE = "payments.look-at-dispute";
    public static final String PAYMENTS_ANSWER_DISPUTE = "payments.answer-dispute";
    public static final String SHIPPING_CREATE_SHIPMENT = "shipping.create-shipment";
    public static final String SHIPPING_CREATE_RETURN_LABEL = "shipping.create-return-label";
    public static final String MESSAGING_SEND_EMAIL = "messaging.send-email";
    public static final String MESSAGING_SEND_ACCOUNT_LETTER = "messaging.send-account-letter";
    public static final String MESSAGING_SEND_CART_REMINDER = "messaging.send-cart-reminder";
    public static final String INTELLIGENCE_TRAIN_MODEL = "intelligence.train-model";
    public static final String INTELLIGENCE_EXPECT_DEMAND = "intelligence.expect-demand";
    public static final String INTELLIGENCE_LOOK_FOR_SLOW_SELLERS = "intelligence.look-for-slow-sellers";
    public static final String INTELLIGENCE_ASSIGN_ARM = "intelligence.assign-arm";
    public static final String INTELLIGENCE_PROMOTE_VERSION = "intelligence.promote-version";
    public static final String INTELLIGENCE_REFUSE_VERSION = "intelligence.refuse-version";

    public static final String COMMERCE_UPDATE_PURCHASE = "commerce.update-purchase";
    public static final String COMMERCE_BOOK_IN_GOODS = "commerce.book-in-goods";
    public static final String COMMERCE_LOOK_FOR_LOW_STOCK = "commerce.look-for-low-stock";
    public static final String SUPPLIERS_REQUEST_QUOTE = "suppliers.request-quote";
    public static final String SUPPLIERS_PLACE_ORDER = "suppliers.place-order";
    public static final String SUPPLIERS_REMIND = "suppliers.remind";
    public static final String SUPPLIERS_CANCEL_ORDER = "suppliers.cancel-order";
    public static final String ANALYTICS_ASK = "analytics.ask";
    public static final String ANALYTICS_EXPORT = "analytics.export";

    private JobType() {}
}
