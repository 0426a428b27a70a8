package io.tillflow.exporter;

import io.tillflow.exporter.verify.Verification;
import io.tillflow.exporter.verify.VerificationReport;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/**
 * Rebuilds history from the archive into a scratch schema and compares it with the stored one, row by row:
 * {@code java -cp exporter.jar io.tillflow.exporter.VerifyHistory --url U --user U --password P --from DIR [--json]}.
 */
public final class VerifyHistory {

    private VerifyHistory() {}

    /** Prints the report and exits with 0 when nothing differs. */
    public static void main(String[] args) {
        ExitCode.exit(() -> run(args));
    }

    private static ExitCode run(String[] args) throws SQLException, IOException {
        Arguments arguments = new Arguments(args, Set.of("url", "user", "password", "from"), Set.of("json"));
        VerificationReport report = Verification.run(arguments.database(), arguments.directory("from"));
        System.out.println(arguments.has("json") ? report.json() : report.sentence());
        return report.holds() ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }
}
