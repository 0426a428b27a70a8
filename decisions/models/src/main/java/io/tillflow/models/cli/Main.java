package io.tillflow.models.cli;

import io.tillflow.models.table.BadData;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs one command, {@code eval}, {@code fit}, {@code predict}, {@code train} or {@code bench}; 0 holds, 1 does not, 2 wrong use. */
public final class Main {
    private static final int DOES_NOT_HOLD = 1;
    private static final int WRONG_USE = 2;

    private Main() {}

    public static void main(String[] words) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // native libraries print where they like; the answer must stay clean
        System.exit(run(out, words));
    }

    static int run(PrintStream out, String... words) throws IOException {
        try {
            Arguments arguments = Arguments.of(words);
            return switch (arguments.command()) {
                case "eval" -> new Evaluation(arguments).run(out) ? 0 : DOES_NOT_HOLD;
                case "fit" -> Fitting.run(arguments, System.err) ? 0 : DOES_NOT_HOLD;
                case "predict" -> Scoring.run(arguments, out);
                case "train" -> Training.run(arguments, out) ? 0 : DOES_NOT_HOLD;
                case "bench" -> Benchmark.run(arguments, out) ? 0 : DOES_NOT_HOLD;
                default ->
                    throw new WrongUse("expected eval, fit, predict, train or bench, but got " + arguments.command());
            };
        } catch (WrongUse wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_USE;
        } catch (BadData bad) {
            System.err.println(bad.getMessage());
            return DOES_NOT_HOLD;
        } catch (LinkageError missing) {
            System.err.println("A native library cannot be loaded (" + missing.getMessage()
                    + "): boosted trees need OpenMP's libgomp.so.1 (Debian: apt-get install libgomp1).");
            return DOES_NOT_HOLD;
        }
    }

    /** A command that cannot be understood. */
    static final class WrongUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongUse(String sentence) {
            super(sentence);
        }
    }
}
