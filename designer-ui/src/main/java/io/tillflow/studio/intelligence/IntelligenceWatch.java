package io.tillflow.studio.intelligence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.intelligence.Models.Change;
import io.tillflow.studio.intelligence.Models.Summary;
import io.tillflow.studio.intelligence.Models.Training;
import io.tillflow.studio.intelligence.Models.Version;
import io.tillflow.studio.kit.Live;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Looks at the registry every two seconds while somebody has its page open. */
@Service
class IntelligenceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(IntelligenceWatch.class);

    private static final String CUSTOMERS = "customer-value";
    private static final int CUSTOMERS_SHOWN = 8;

    private final IntelligenceDesk desk;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();

    IntelligenceWatch(IntelligenceDesk desk) {
        this.desk = desk;
    }

    private record Watch(UI ui, Consumer<Optional<List<Life>>> show) {}

    /** A model with its past, and what it says of customers where it is about them. */
    record Life(
            Summary summary,
            List<Version> versions,
            List<Training> trainings,
            List<Change> changes,
            Optional<Scored> customers) {}

    /** The customers expected to spend most, and those who left. */
    record Scored(CustomerScores best, CustomerScores lapsed) {}

    /** Shows what there is whenever it was looked at, empty while the connectors are away. */
    void follow(Component page, Consumer<Optional<List<Life>>> show) {
        page.addAttachListener(attach -> {
            Watch watch = new Watch(attach.getUI(), show);
            watches.add(watch);
            page.addDetachListener(detach -> {
                detach.unregisterListener();
                watches.remove(watch);
            });
        });
    }

    Optional<List<Life>> look() {
        try {
            return Optional.of(desk.models().items().stream().map(this::life).toList());
        } catch (Away | Refused away) {
            LOG.debug("The registry cannot be looked at: {}", away.getMessage());
            return Optional.empty();
        }
    }

    private Life life(Summary summary) {
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

    @Scheduled(fixedDelay = 2_000)
    void tell() {
        if (watches.isEmpty()) {
            return;
        }
        Optional<List<Life>> now = look();
        watches.forEach(watch -> Live.update(watch.ui(), () -> watch.show().accept(now)));
    }
}
