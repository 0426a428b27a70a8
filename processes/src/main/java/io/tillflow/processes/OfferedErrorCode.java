package io.tillflow.processes;

/** Errors that the job types of {@link OfferedJobType} throw for a boundary event to catch. */
public final class OfferedErrorCode {
    /** http.request: the address is not known to the server (404, 410). */
    public static final String HTTP_NOT_FOUND = "HTTP_NOT_FOUND";

    /** http.request: the credentials are missing, wrong or expired (401, 403). */
    public static final String HTTP_UNAUTHORISED = "HTTP_UNAUTHORISED";

    /** http.request: the server refused what was asked (any other 4xx). */
    public static final String HTTP_REFUSED = "HTTP_REFUSED";

    /** http.request: the answer is no JSON although its body is asked for. */
    public static final String HTTP_NO_JSON = "HTTP_NO_JSON";

    private OfferedErrorCode() {}
}
