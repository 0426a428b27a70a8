package io.tillflow.processes;

/** Messages that are published for analysts' own processes, beyond those the shipped models wait for. */
public final class OfferedMessage {
    @Trigger(
            name = "Alert raised",
            help =
                    "A rule for alerts is met: many incidents, silent waiting, a backlog, or instances open for too long.",
            starts = true,
            example = """
                    {"businessKey": "alert-12", "alert": {"id": 12, "rule": "Many incidents", "kind": "INCIDENTS", "subject": "order-fulfilment",
                     "count": 14, "what": "14 incidents in Order fulfilment within 15 min"}}""")
    public static final String ALERT_RAISED = "alert-raised";

    @Trigger(
            name = "Customer registered",
            help = "Somebody made an account; whether letters are welcome is said, who it is is not.",
            starts = true,
            example = """
                    {"customer": {"accountId": "3c1", "marketing": true}}""")
    public static final String CUSTOMER_REGISTERED = "customer-registered";

    private OfferedMessage() {}
}
