package io.tillflow.studio.shell;

import com.vaadin.flow.shared.Registration;
import io.tillflow.studio.platform.Database;
import io.tillflow.studio.platform.Engine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells open pages when the database or the broker goes away or comes back. */
@Component
class Surroundings {

    record State(boolean database, boolean broker) {}

    private final Database database;
    private final Engine engine;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    Surroundings(Database database, Engine engine) {
        this.database = database;
        this.engine = engine;
    }

    State state() {
        return new State(database.ready(), engine.answers());
    }

    Registration watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Also carries the rail's new numbers to open pages. */
    @Scheduled(fixedDelay = 3000, initialDelay = 4000)
    void tell() {
        watchers.forEach(Runnable::run);
    }
}
