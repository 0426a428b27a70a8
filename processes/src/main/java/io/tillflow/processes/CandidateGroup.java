package io.tillflow.processes;

/** Groups of people whose task list shows a user task. */
public final class CandidateGroup {
    public static final String ORDER_REVIEW = "order-review";
    public static final String PAYMENTS = "payments";
    public static final String DELIVERIES = "deliveries";
    public static final String RETURNS = "returns";
    public static final String SUPPORT = "support";
    public static final String PURCHASING = "purchasing";
    public static final String PRICING = "pricing";

    /** What those whose task it is did not decide in time. */
    public static final String MANAGEMENT = "management";

    private CandidateGroup() {}
}
