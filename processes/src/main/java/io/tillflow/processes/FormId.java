package io.tillflow.processes;

/** Forms of the shipped user tasks; each is the name of its file. */
public final class FormId {
    public static final String REVIEW_ORDER = "review-order";
    public static final String COLLECT_PAYMENT = "collect-payment";
    public static final String RESOLVE_DELIVERY = "resolve-delivery";
    public static final String REVIEW_RETURN = "review-return";
    public static final String INSPECT_RETURN = "inspect-return";
    public static final String RESOLVE_REPLACEMENT = "resolve-replacement";
    public static final String REVIEW_DISPUTE = "review-dispute";
    public static final String CHASE_VERDICT = "chase-verdict";
    public static final String ANSWER_REQUEST = "answer-request";
    public static final String APPROVE_PURCHASE = "approve-purchase";
    public static final String CHOOSE_SUPPLIER = "choose-supplier";
    public static final String CHASE_PURCHASE = "chase-purchase";
    public static final String APPROVE_MARKDOWN = "approve-markdown";

    private FormId() {}
}
