package io.tillflow.processes;

/** Steps of the shipped processes that a person may do instead, under the same effect key. */
public enum Step {
    ALLOCATE_STOCK(ProcessId.ORDER_FULFILMENT, "allocate-stock"),
    LOCK_FOR_SHIPPING(ProcessId.ORDER_FULFILMENT, "lock-for-shipping"),
    CREATE_SHIPMENT(ProcessId.ORDER_FULFILMENT, "create-shipment"),
    SHOW_ORDER_SHIPPED(ProcessId.ORDER_FULFILMENT, "show-order-shipped"),
    CAPTURE_PAYMENT(ProcessId.ORDER_FULFILMENT, "capture-payment"),
    SHOW_ORDER_CANCELLED(ProcessId.ORDER_FULFILMENT, "show-order-cancelled"),
    RELEASE_STOCK(ProcessId.ORDER_FULFILMENT, "release-stock"),
    VOID_PAYMENT(ProcessId.ORDER_FULFILMENT, "void-payment"),
    SEND_CANCELLATION(ProcessId.ORDER_FULFILMENT, "send-cancellation"),
    LOCK_EXCHANGE(ProcessId.RETURN_REQUEST, "lock-exchange"),
    SHIP_REPLACEMENT(ProcessId.RETURN_REQUEST, "ship-replacement"),
    REFUND_DIFFERENCE(ProcessId.RETURN_REQUEST, "refund-difference"),
    SHOW_RETURN_EXCHANGED(ProcessId.RETURN_REQUEST, "show-return-exchanged"),
    SEND_EXCHANGE(ProcessId.RETURN_REQUEST, "send-exchange"),
    REFUND_RETURN(ProcessId.RETURN_REQUEST, "refund-return"),
    SHOW_RETURN_REFUNDED(ProcessId.RETURN_REQUEST, "show-return-refunded"),
    SEND_RETURN_REFUND(ProcessId.RETURN_REQUEST, "send-return-refund"),
    SEND_ANSWER(ProcessId.SUPPORT_REQUEST, "send-answer");

    private final String process;
    private final String element;

    Step(String process, String element) {
        this.process = process;
        this.element = element;
    }

    public String process() {
        return process;
    }

    public String element() {
        return element;
    }

    /**
     * The effect key that the model itself forms.
     *
     * @param subject the id of the order, return or question
     * @param attempt from 1 on
     */
    public String effect(String subject, long attempt) {
        return subject + "/" + element + "/" + attempt;
    }
}
