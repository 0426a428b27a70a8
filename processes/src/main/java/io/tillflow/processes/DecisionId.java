package io.tillflow.processes;

/** Decisions the shipped models ask for; each is the name of its file. */
public final class DecisionId {
    public static final String ORDER_TIMING = "order-timing";
    public static final String ORDER_RISK = "order-risk";
    public static final String CARRIER_CHOICE = "carrier-choice";
    public static final String RETURN_POLICY = "return-policy";
    public static final String DISPUTE_POLICY = "dispute-policy";
    public static final String SUPPORT_URGENCY = "support-urgency";
    public static final String SUPPORT_TOPIC = "support-topic";
    public static final String SUPPORT_TRIAGE = "support-triage";
    public static final String CART_REMINDER = "cart-reminder";
    public static final String MODEL_GATE = "model-gate";
    public static final String REORDER_POLICY = "reorder-policy";
    public static final String MARKDOWN_POLICY = "markdown-policy";

    private DecisionId() {}
}
