package io.tillflow.models.life;

import io.tillflow.models.Predictor;
import io.tillflow.models.table.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A prediction whose models live in a shop: trained again and again, and tried each time.
 *
 * @param <M> as the predictor's
 */
public interface Trained<M> extends Predictor<M> {

    /** Why the earlier data alone are too little to try it, although all of them are enough to learn from. */
    default Optional<String> missingToTryOut(Source inOrderOfTime) {
        return Optional.empty();
    }

    /**
     * Learns from the earlier data and judges on the later, so that nothing is known beforehand.
     *
     * @param live the version in use
     * @param seen how many rows of the data that version has learned from
     */
    Trial tryOut(Source inOrderOfTime, Optional<M> live, int seen);

    /** Up to so many cases of the data, each as it is asked about alone; to be timed. */
    List<Supplier<?>> questions(M model, Source data, int most);
}
