package io.tillflow.exporter;

/** The database is there, but its history cannot be the one of this broker; only a person can say which of them is right. */
final class HistoryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryRefused(String message) {
        super(message);
    }

    static HistoryRefused behind(long stored, long acknowledged) {
        return new HistoryRefused(
                "expected history to reach position " + acknowledged + ", which Zeebe has been told is "
                        + "written and may have deleted, but it ends at " + stored
                        + ": the database was emptied or restored from an "
                        + "older copy. Rebuild it from the archive (io.tillflow.exporter.RebuildHistory) or give the broker the "
                        + "database that belongs to it");
    }

    static HistoryRefused ofAnotherBroker(long stored, long position) {
        return new HistoryRefused("expected record " + position + " to be older than the end of history at position "
                + stored
                + ", but it is newer: the database holds the history of another broker, or the broker's data was "
                + "deleted. Give this broker a database of its own, or empty both");
    }
}
