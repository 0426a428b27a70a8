package io.tillflow.studio.intelligence;

import io.tillflow.studio.connectors.Lookout;
import io.tillflow.studio.intelligence.IntelligenceWatch.Life;
import io.tillflow.studio.intelligence.Models.Change;
import io.tillflow.studio.intelligence.Models.Summary;
import io.tillflow.studio.intelligence.Models.Training;
import io.tillflow.studio.intelligence.Models.Version;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Looks at the registry while somebody has its page open. */
@Service
class IntelligenceWatch extends Lookout<List<Life>> {
    private static final String CUSTOMERS = "customer-value";
    private static final int CUSTOMERS_SHOWN = 8;

    IntelligenceWatch(IntelligenceDesk desk) {
        super(() -> desk.models().items().stream().map(it -> life(desk, it)).toList());
    }

    /** A model with its past, and what it says of customers where it is about them. */
    record Life(
            Summary summary,
            List<Version> versions,
            List<Training> trainings,
            List<Change> changes,
            Optional<Scored> customers) {}

    /** The customers expected to spend most, and those who left. */
    record Scored(CustomerScores best, CustomerScores lapsed) {}

    private static Life life(IntelligenceDesk desk, Summary summary) {
        String model = summary.model();
        return new Life(
                summary,
                desk.versions(model).items(),
                desk.trainings(model).items(),
                desk.changes(model).items(),
                model.equals(CUSTOMERS) && summary.live() != null
                        ? Optional.of(new Scored(
                                desk.customers("value", CUSTOMERS_SHOWN), desk.customers("lapsed", CUSTOMERS_SHOWN)))
                        : Optional.empty());
    }
}
