package io.tillflow.models.life;

import io.tillflow.models.Predictor;
import io.tillflow.models.table.Source;
import java.util.Optional;

/**
 * A prediction whose models live in a shop: trained again and again, and tried each time.
 *
 * @param <M> as the predictor's
 */
public interface Trained<M> extends Predictor<M> {

    /**
     * Learns from the earlier data and judges on the later, so that nothing is known beforehand.
     *
     * @param live the version in use
     * @param seen how many rows of the data that version has learned from
     */
    Trial tryOut(Source inOrderOfTime, Optional<M> live, int seen);
}
