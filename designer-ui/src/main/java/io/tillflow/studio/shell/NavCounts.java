package io.tillflow.studio.shell;

import io.tillflow.studio.platform.Database;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The rail's numbers, counted once for all users. */
@Component
class NavCounts {
    private static final Logger LOG = LoggerFactory.getLogger(NavCounts.class);

    record Figure(int count, boolean urgent) {}

    private final List<NavCount> sources;
    private final Database database;
    private final Map<String, Figure> figures = new ConcurrentHashMap<>();

    NavCounts(List<NavCount> sources, Database database) {
        this.sources = sources;
        this.database = database;
    }

    Figure of(String route) {
        return figures.getOrDefault(route, new Figure(0, false));
    }

    @Scheduled(fixedDelay = 3000, initialDelay = 3000)
    void count() {
        if (!database.ready()) {
            return;
        }
        for (NavCount source : sources) {
            try {
                figures.put(source.route(), new Figure(source.count(), source.urgent()));
            } catch (RuntimeException failure) {
                LOG.debug("no count for {}: {}", source.route(), failure.getMessage());
            }
        }
    }
}
