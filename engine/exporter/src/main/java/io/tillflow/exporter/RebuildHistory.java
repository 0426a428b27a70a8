package io.tillflow.exporter;

import io.tillflow.exporter.verify.Rebuild;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/**
 * Rebuilds a lost history from the archive:
 * {@code java -cp exporter.jar io.tillflow.exporter.RebuildHistory --url U --user U --password P --from DIR [--replace]}.
 */
public final class RebuildHistory {

    private RebuildHistory() {}

    /** Rebuilds, in one transaction, and says how far each partition's history got. */
    public static void main(String[] args) {
        ExitCode.exit(() -> run(args));
    }

    private static ExitCode run(String[] args) throws SQLException, IOException {
        Arguments arguments = new Arguments(args, Set.of("url", "user", "password", "from"), Set.of("replace"));
        try {
            Rebuild.run(arguments.database(), arguments.directory("from"), arguments.has("replace"))
                    .forEach((partition, position) -> System.out.println("History of partition " + partition
                            + " is rebuilt up to record " + position.position() + "."));
            return ExitCode.HOLDS;
        } catch (Rebuild.HistoryIsThere e) {
            System.err.println(e.getMessage());
            return ExitCode.WRONG_USE;
        }
    }
}
