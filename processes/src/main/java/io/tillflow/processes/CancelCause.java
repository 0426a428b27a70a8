package io.tillflow.processes;

/** Why an order of a connected shop is cancelled, in the words such shops keep statistics of. */
public enum CancelCause {
    CUSTOMER,
    DECLINED,
    FRAUD,
    INVENTORY,
    STAFF,
    OTHER
}
