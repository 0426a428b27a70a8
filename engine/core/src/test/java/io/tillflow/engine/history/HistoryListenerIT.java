package io.tillflow.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HistoryListenerIT {

    private final JdbcClient jdbc = HistoryDatabase.get().jdbc();

    @Test
    void hearsWhatChangedAndComesBackAfterTheDatabaseWentAway() throws Exception {
        List<HistoryChange> heard = new CopyOnWriteArrayList<>();
        try (HistoryListener listener =
                new HistoryListener(HistoryDatabase.get().dataSource()::getConnection)) {
            listener.subscribe(heard::add);
            listener.start();
            await().atMost(Duration.ofMinutes(1)).until(listener::connected);
            await().atMost(Duration.ofMinutes(1)).until(() -> heard.contains(HistoryChange.EVERYTHING));
            jdbc.sql("select pg_notify('history', '[4503599627370501,4503599627370502]')")
                    .query()
                    .singleRow();
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            heard.contains(new HistoryChange(Set.of(4503599627370501L, 4503599627370502L), false)));
            heard.clear();
            jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen history'")
                    .query()
                    .listOfRows();
            await().atMost(Duration.ofMinutes(1)).until(() -> heard.contains(HistoryChange.EVERYTHING));
            heard.clear();
            jdbc.sql("select pg_notify('history', '*')").query().singleRow();
            await().atMost(Duration.ofMinutes(1)).until(() -> heard.contains(HistoryChange.EVERYTHING));
        }
    }

    @Test
    void takesAnythingElseForEverything() {
        assertThat(HistoryListener.parse("*").everything()).isTrue();
        assertThat(HistoryListener.parse("[\"x\"").everything()).isTrue();
        assertThat(HistoryListener.parse("[1,1]").instanceKeys()).containsExactly(1L);
    }
}
