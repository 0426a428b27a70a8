package io.tillflow.processes;

/** Why a return brought no money back; decision tables may name more. */
public final class ReturnRefusal {
    public static final String NOT_APPROVED = "NOT_APPROVED";
    public static final String PARCEL_MISSING = "PARCEL_MISSING";
    public static final String DAMAGED = "DAMAGED";

    private ReturnRefusal() {}
}
