package io.tillflow.studio.connectors;

/** Another part of the suite that the studio asks by REST. */
public enum Peer {
    CONNECTORS("connectors", "The connectors are away", "The connectors refused"),
    STOREFRONT("storefront", "The shop is away", "The shop refused");

    private final String app;
    private final String away;
    private final String refused;

    Peer(String app, String away, String refused) {
        this.app = app;
        this.away = away;
        this.refused = refused;
    }

    /** As the command line calls it; also where its texts begin. */
    public String app() {
        return app;
    }

    String away() {
        return away;
    }

    String refused() {
        return refused;
    }
}
