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

    /** sms.send: the shopper gave no phone number. */
    public static final String PHONE_MISSING = "PHONE_MISSING";

    /** sms.send and chat.post: there is no such number or chat, or it takes no such message. */
    public static final String MESSAGE_REFUSED = "MESSAGE_REFUSED";

    /** messaging.notify-in-shop: there is no such order or account any more. */
    public static final String SHOPPER_GONE = "SHOPPER_GONE";

    /** shipping.cancel-shipment: the carrier has the parcel, or will not take it back. */
    public static final String SHIPMENT_UNDERWAY = "SHIPMENT_UNDERWAY";

    /** cancel-order: the connected shop does not cancel it, for instance because its parcel left; the message says why. */
    public static final String CANCEL_REFUSED = "CANCEL_REFUSED";

    /** refund-order: more than is left of what was paid. */
    public static final String REFUND_TOO_LARGE = "REFUND_TOO_LARGE";

    /** ai.*: no language model that is set up can do this; the message says what each one said. */
    public static final String AI_UNABLE = "AI_UNABLE";

    /** ai.*: it could cost more than the call or the day may. */
    public static final String AI_BUDGET = "AI_BUDGET";

    /** ai.extract: what came back does not fit the schema. */
    public static final String AI_UNFIT = "AI_UNFIT";

    /** files.*: there is no document of this path. */
    public static final String FILE_NOT_FOUND = "FILE_NOT_FOUND";

    /** files.*: the document is no table, or lacks a column; the message names line and column. */
    public static final String TABLE_MALFORMED = "TABLE_MALFORMED";

    private OfferedErrorCode() {}
}
