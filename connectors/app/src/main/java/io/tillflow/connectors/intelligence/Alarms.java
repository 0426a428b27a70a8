package io.tillflow.connectors.intelligence;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why a model should be trained before its time: the world moved, or the version in use keeps less than it promised. */
@Component
class Alarms {
    private final DriftWatch drifts;
    private final AnswerWatch answers;

    Alarms(DriftWatch drifts, AnswerWatch answers) {
        this.drifts = drifts;
        this.answers = answers;
    }

    /** Looks now; the reason says of which version. */
    Optional<String> look(LivingModel model) {
        Optional<String> drift = drifts.look(model).filter(Drift::isMuch).map(it -> "drift v" + it.version());
        return drift.or(() -> model.answersOrders()
                ? answers.live(model.word()).filter(Answers::isBelowPromise).map(it -> "error v" + it.version())
                : Optional.empty());
    }
}
