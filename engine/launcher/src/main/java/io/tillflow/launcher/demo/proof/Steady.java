package io.tillflow.launcher.demo.proof;

import java.util.List;
import java.util.function.Supplier;

/** Tells disagreement from delay: the parts hear of things one after the other, so only what stays wrong is wrong. */
public final class Steady {
    private Steady() {}

    /**
     * The violations that every reading repeats.
     *
     * @param reading one look at the books; expected to let some time pass before it looks again
     */
    public static List<Violation> violations(Supplier<List<Violation>> reading, int readings) {
        List<Violation> steady = reading.get();
        for (int again = 1; again < readings && !steady.isEmpty(); again++) {
            List<String> now = reading.get().stream().map(Steady::what).toList();
            steady = steady.stream()
                    .filter(violation -> now.contains(what(violation)))
                    .toList();
        }
        return steady;
    }

    private static String what(Violation violation) {
        return violation.rule() + " " + violation.id();
    }
}
