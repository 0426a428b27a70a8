package io.tillflow.exporter;

import io.tillflow.exporter.bench.ThroughputBench;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/**
 * Compares the exporter with one that upserts each record:
 * {@code java -cp exporter.jar io.tillflow.exporter.ExporterBench --url U --user U --password P [--instances 5000]}.
 */
public final class ExporterBench {

    private ExporterBench() {}

    /** Prints the measurement as JSON and exits with 0 when the goal is reached. */
    public static void main(String[] args) {
        ExitCode.exit(() -> run(args));
    }

    private static ExitCode run(String[] args) throws SQLException, IOException {
        Arguments arguments = new Arguments(args, Set.of("url", "user", "password", "instances"), Set.of("json"));
        String report = ThroughputBench.run(arguments.database(), (int) arguments.number("instances", 5_000));
        System.out.println(report);
        return report.endsWith("\"ok\":true}]}") ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
    }
}
