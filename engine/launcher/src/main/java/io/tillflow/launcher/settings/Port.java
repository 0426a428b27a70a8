package io.tillflow.launcher.settings;

/**
 * One line of the port table: what listens where, counted from the base port.
 *
 * @see "docs/architecture.md, Processes and ports on one machine"
 */
public enum Port {
    SHOP(0, "the shop"),
    STUDIO(1, "the studio"),
    CONNECTORS(2, "the connectors"),
    DATABASE(3, "PostgreSQL"),
    GATEWAY(4, "the Zeebe gateway (gRPC)"),
    GATEWAY_REST(5, "the Zeebe gateway (REST)"),
    BROKER_COMMAND(6, "the broker's command API"),
    BROKER_INTERNAL(7, "the broker's internal API"),
    MAIL(8, "the mailbox's SMTP server"),
    BROKER_MANAGEMENT(9, "the broker's management API");

    private final int offset;
    private final String title;

    Port(int offset, String title) {
        this.offset = offset;
        this.title = title;
    }

    public int offset() {
        return offset;
    }

    public String title() {
        return title;
    }
}
