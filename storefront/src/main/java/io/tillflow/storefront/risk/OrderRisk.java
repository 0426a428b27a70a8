package io.tillflow.storefront.risk;

import io.tillflow.models.fraud.Fraud;
import io.tillflow.models.fraud.Suspicion;
import io.tillflow.models.fraud.Suspicions;
import io.tillflow.models.table.BadData;
import io.tillflow.storefront.database.Notifications;
import io.tillflow.storefront.intelligence.ModelInMemory;
import io.tillflow.storefront.intelligence.ModelInMemory.Loaded;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the fraud model in use says of a new order; the version beside it answers too, and nobody sees that. */
@Component
public class OrderRisk {
    static final String MODEL = "fraud";
    private static final Logger log = LoggerFactory.getLogger(OrderRisk.class);

    private final ModelInMemory<Suspicions> live;
    private final ModelInMemory<Suspicions> shadow;
    private final RiskAnswers answers;

    OrderRisk(RiskAnswers answers, Notifications notifications) {
        Fraud fraud = new Fraud();
        this.answers = answers;
        this.live = answers.inMemory(ModelInMemory.LIVE, file -> new Suspicions(fraud.read(file)));
        this.shadow = answers.inMemory(ModelInMemory.SHADOW, file -> new Suspicions(fraud.read(file)));
        notifications.onModel(model -> refresh());
    }

    /** A notification may get lost, so that it is looked now and then. */
    @Scheduled(initialDelayString = "${shop.model-first:5s}", fixedDelayString = "${shop.model-every:1m}")
    public void refresh() {
        try {
            live.refresh();
            shadow.refresh();
        } catch (DataAccessException away) {
            log.debug("the models stay as they were loaded last", away);
        }
    }

    /** Of an order that was just written, in its transaction; nothing while there is no model. What was said is kept. */
    public Optional<Suspicion> of(UUID order) {
        Optional<Loaded<Suspicions>> used = live.loaded();
        Optional<Loaded<Suspicions>> beside = shadow.loaded();
        if (used.isEmpty() && beside.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> facts = answers.facts(order);
        Stream.of(beside)
                .flatMap(Optional::stream)
                .filter(other -> used.isEmpty() || used.get().version() != other.version())
                .forEach(other -> ask(other, order, facts));
        return used.flatMap(version -> ask(version, order, facts));
    }

    /** An order is taken whatever a model is like. */
    private Optional<Suspicion> ask(Loaded<Suspicions> version, UUID order, Map<String, String> facts) {
        try {
            Suspicion said = version.model().of(facts);
            answers.keep(version.version(), order, said);
            return Optional.of(said);
        } catch (BadData unfit) {
            log.warn("version {} of {} does not fit this shop: {}", version.version(), MODEL, unfit.getMessage());
            return Optional.empty();
        }
    }
}
