package io.tillflow.connectors.payments;

/** What a shopper told their bank. */
public enum DisputeReason {
    /** They did not order it. */
    FRAUDULENT,
    NOT_RECEIVED,
    NOT_AS_DESCRIBED,
    /** They paid twice, or were promised their money back. */
    PAID_WRONGLY,
    OTHER
}
