package io.tillflow.launcher.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Looks for what is wrong and says how to put it right.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final int NOT_REACHABLE = 3;

    @Mixin
    private CopyOptions options = new CopyOptions();

    @Option(names = "--json", description = "Print one JSON document; it holds the database's password.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Copy copy = Copy.of(options);
        Diagnosis diagnosis = Diagnosis.of(copy, Clock.systemUTC());
        if (json) {
            Json.print(System.out, diagnosis);
        } else {
            print(System.out, diagnosis);
        }
        if (!copy.running()) {
            return NOT_REACHABLE;
        }
        return diagnosis.ok() ? 0 : 1;
    }

    private static String mark(Diagnosis.Check check) {
        return !check.ok() ? "NO" : check.remedy() == null ? "ok" : "!";
    }

    private static void print(PrintStream out, Diagnosis diagnosis) {
        for (Diagnosis.Check check : diagnosis.checks()) {
            out.printf("%-4s %-12s %s%n", mark(check), check.name(), check.detail());
            if (check.remedy() != null) {
                out.printf("     %-12s → %s%n", "", check.remedy());
            }
        }
        out.println(diagnosis.ok() ? "All is well." : "Something needs care.");
        out.flush();
    }
}
