package io.tillflow.launcher.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Says what runs, since when, and what it uses.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_REACHABLE = 3;

    @Mixin
    private CopyOptions options = new CopyOptions();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        Copy copy = Copy.of(options);
        Status status = Status.of(copy, Clock.systemUTC());
        if (json) {
            Json.print(System.out, status);
        } else {
            print(System.out, status);
        }
        if (!copy.running()) {
            return NOT_REACHABLE;
        }
        return status.ready() ? 0 : 1;
    }

    private static void print(PrintStream out, Status status) {
        out.printf("%-12s %-11s %-10s %8s %9s %9s %6s%n", "", "state", "health", "pid", "uptime", "memory", "port");
        for (Status.Line line : status.processes()) {
            out.printf(
                    "%-12s %-11s %-10s %8s %9s %9s %6s%n",
                    line.name(),
                    line.state(),
                    line.health(),
                    text(line.pid()),
                    line.uptimeS() == null ? "-" : uptime(line.uptimeS()),
                    line.pssBytes() == null ? "-" : megabytes(line.pssBytes()),
                    text(line.port()));
        }
        out.printf("%nThe suite is %s and uses %s.%n", status.phase(), megabytes(status.pssBytes()));
        out.flush();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    static String uptime(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d m %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d m", seconds / 3600, seconds / 60 % 60);
    }
}
