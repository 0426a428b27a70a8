package io.tillflow.storefront.recommendations;

import io.tillflow.models.recommend.Recommendation;
import io.tillflow.models.recommend.Recommender;
import io.tillflow.storefront.database.Notifications;
import io.tillflow.storefront.intelligence.ModelInMemory;
import io.tillflow.storefront.intelligence.ModelInMemory.Loaded;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The version of the recommendation model that is in use, and the one beside it; changed within moments when another one is named. */
@Component
public class LiveModel {
    static final String MODEL = "recommendation";
    private static final Logger log = LoggerFactory.getLogger(LiveModel.class);

    private final ModelInMemory<Recommender> live;
    private final ModelInMemory<Recommender> shadow;

    LiveModel(JdbcClient jdbc, Notifications notifications) {
        Recommendation recommendation = new Recommendation();
        this.live = new ModelInMemory<>(
                jdbc, ModelInMemory.LIVE, MODEL, file -> new Recommender(recommendation.read(file)));
        this.shadow = new ModelInMemory<>(
                jdbc, ModelInMemory.SHADOW, MODEL, file -> new Recommender(recommendation.read(file)));
        notifications.onModel(model -> refresh());
    }

    /** What shoppers see comes from here. */
    Optional<Loaded<Recommender>> loaded() {
        return live.loaded();
    }

    /** Answers beside it; no shopper ever sees one. */
    Optional<Loaded<Recommender>> shadow() {
        return shadow.loaded();
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
}
