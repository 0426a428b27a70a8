package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.StaffAct.Way;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Goes on with acts that the connectors were away for. Each is claimed for a while before it is tried, so that no two
 * copies of the shop try the same at once; if one dies meanwhile another goes on.
 */
@Service
public class GoOn {
    private static final Logger log = LoggerFactory.getLogger(GoOn.class);

    private final StaffActs acts;
    private final CarryOut carryOut;

    GoOn(StaffActs acts, CarryOut carryOut) {
        this.acts = acts;
        this.carryOut = carryOut;
    }

    @Scheduled(fixedDelayString = "${shop.sweep-every:3s}")
    void look() {
        try {
            all();
        } catch (DataAccessException | TransactionException e) {
            log.debug("acts by hand are gone on with when the database is back", e);
        }
    }

    /** Goes on until nothing is due or the connectors are away again, past what waits for its provider; answers how many acts came to an end. */
    public int all() {
        int ended = 0;
        for (Optional<UUID> due = acts.claim(); due.isPresent(); due = acts.claim()) {
            switch (tried(due.get())) {
                case ENDED -> ended++;
                case WAITS -> {}
                case AWAY -> {
                    return ended;
                }
            }
        }
        return ended;
    }

    private enum Tried {
        ENDED,
        /** Its provider is away, others may answer. */
        WAITS,
        /** The connectors are. */
        AWAY
    }

    private Tried tried(UUID id) {
        StaffAct act = acts.find(id).orElseThrow();
        if (carryOut.over(act)) {
            acts.settle(id, Way.REFUSED, "It came to another end meanwhile.");
            return Tried.ENDED;
        }
        StaffAct now = carryOut.now(id);
        if (now.way() == Way.WAITING) {
            return now.outcome().isEmpty() ? Tried.AWAY : Tried.WAITS;
        }
        log.info("{} of order {} asked for at {}: {}", now.kind(), now.orderId(), now.askedAt(), now.way());
        return Tried.ENDED;
    }
}
