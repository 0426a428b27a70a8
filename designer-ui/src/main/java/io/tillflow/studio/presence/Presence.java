package io.tillflow.studio.presence;

import io.tillflow.studio.platform.Database;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who has which model open. Each window is asked every few seconds whether it is still there, and answers by REST; what this studio
 * hears of is told to its own pages at once and to those of other studios over the same database with their next round.
 */
@Service
public class Presence {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    /** An open page of this studio; both are called from any thread. */
    public interface Page {
        /** Asks its window for a sign of life. */
        void beat();

        /** Something about its model may be different now. */
        void look();
    }

    /** Something that all open pages of the model should look at, as soon as it is in the database. */
    public record Changed(String model) {}

    private record Seat(String model, Page page) {}

    private final Windows windows;
    private final Database database;
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();

    Presence(Windows windows, Database database) {
        this.windows = windows;
        this.database = database;
    }

    /** Everybody who has the model open, who came first at first. */
    public List<Present> of(String model) {
        return windows.of(model);
    }

    /** Whether something is drawn in the window that no version holds. */
    public void unsaved(String window, String model, String person, boolean unsaved) {
        boolean unused = seen(window, model, person, unsaved);
        changed(model);
    }

    /** Somebody opened the model in a window. */
    public void enter(String window, String model, String person, boolean unsaved, Page page) {
        boolean unused = seen(window, model, person, unsaved);
        seats.put(window, new Seat(model, page));
        changed(model);
    }

    /** A sign of life; false when the window is somebody else's. */
    boolean seen(String window, String model, String person, @Nullable Boolean unsaved) {
        return windows.seen(window, model, person, unsaved);
    }

    /** The page in the window was closed. */
    public void leave(String window, String model, String person) {
        seats.remove(window);
        gone(window, model, person);
    }

    void gone(String window, String model, String person) {
        windows.leave(window, person);
        changed(model);
    }

    boolean isModel(String model) {
        return windows.isModel(model);
    }

    /** Tells every open page of the model in this studio. */
    void changed(String model) {
        seats.values().stream()
                .filter(it -> it.model().equals(model))
                .forEach(it -> it.page().look());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(Changed event) {
        changed(event.model());
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 5_000)
    void round() {
        if (!database.ready()) {
            return;
        }
        try {
            windows.forgetThoseGone();
            seats.values().forEach(it -> {
                it.page().beat();
                it.page().look();
            });
        } catch (DataAccessException away) {
            LOG.warn("nobody knows who has which model open, trying again: {}", away.getMessage());
        }
    }
}
