package io.tillflow.processes;

/** Job types that workers offer to analysts beyond those the shipped models use. */
public final class OfferedJobType {
    public static final String HTTP_REQUEST = "http.request";
    public static final String SHIPPING_CANCEL_SHIPMENT = "shipping.cancel-shipment";
    public static final String COMMERCE_CANCEL_ORDER = "commerce.cancel-order";
    public static final String COMMERCE_REFUND_ORDER = "commerce.refund-order";
    public static final String COMMERCE_READ_STOCK = "commerce.read-stock";
    public static final String COMMERCE_ADJUST_STOCK = "commerce.adjust-stock";
    public static final String MESSAGING_NOTIFY_IN_SHOP = "messaging.notify-in-shop";
    public static final String SMS_SEND = "sms.send";
    public static final String CHAT_POST = "chat.post";
    public static final String AI_CHAT = "ai.chat";
    public static final String AI_EXTRACT = "ai.extract";
    public static final String AI_CLASSIFY = "ai.classify";
    public static final String AI_EMBED = "ai.embed";
    public static final String AI_MODERATE = "ai.moderate";
    public static final String FILES_READ_TABLE = "files.read-table";
    public static final String FILES_WRITE_TABLE = "files.write-table";
    public static final String FILES_PUT_ROW = "files.put-row";
    public static final String ANALYTICS_TRACK = "analytics.track";
    public static final String ANALYTICS_METRIC = "analytics.metric";
    public static final String ANALYTICS_WRITE_ANSWER = "analytics.write-answer";

    private OfferedJobType() {}
}
