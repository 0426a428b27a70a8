package io.tillflow.processes;

/** Job types that workers offer to analysts beyond those the shipped models use. */
public final class OfferedJobType {
    public static final String HTTP_REQUEST = "http.request";

    private OfferedJobType() {}
}
