package io.tillflow.connectors.intelligence;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** A model that is asked about all its cases at once: daily, and at once when another version is live. */
interface Daily {
    LivingModel model();

    /** The last day that is known today. */
    LocalDate asOf();

    /** Keeps the answers in place of those before; runs within a transaction. */
    Kept keep(LocalDate asOf, Path data, Path answers);

    /** Nobody stands for them any more; runs within a transaction. */
    void forget();

    /** What was kept. */
    record Kept(int cases, int weeks, Optional<String> currency) {}
}
