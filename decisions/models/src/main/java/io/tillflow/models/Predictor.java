package io.tillflow.models;

import io.tillflow.models.table.Source;
import java.util.List;

/**
 * One thing that can be predicted: how its model is fitted, asked and judged.
 *
 * @param <M> what fitting leaves, a record that can be written as JSON
 */
public interface Predictor<M> {
    /** As it is called on the command line and in the registry. */
    String name();

    Class<M> modelType();

    /** Learns from all the data there is, or says why that is too little. */
    Fit<M> fit(Source data, Terms terms);

    /** One row a case, in the order of the data. */
    Scores predict(M model, Source data, Terms terms);

    /** Fits and judges with a hold-out of its own. */
    List<Result> evaluate(Source data);

    /** Writes the model to be kept. */
    default byte[] write(M model) {
        return ModelFile.write(name(), model);
    }

    /** A model that was kept. */
    default M read(ModelFile file) {
        return file.model(modelType());
    }

    /** Scores with a model that was kept. */
    default Scores predict(ModelFile file, Source data, Terms terms) {
        return predict(read(file), data, terms);
    }
}
