package io.tillflow.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OverviewIT {

    private final JdbcClient jdbc = HistoryDatabase.get().emptied();
    private final Past past = new Past(jdbc);
    private final Overview overview = new Overview(jdbc);

    @BeforeEach
    void aMorning() {
        past.process("order", 1, 6);
        past.process("order", 2, 7);
        past.process("quiet", 1, 8);
        for (int i = 0; i < 4; i++) {
            past.instance(100 + i, "o" + i, Past.NOON.minusSeconds(3600));
            past.element(
                    200 + i, 100 + i, "pay", i == 0 ? "SERVICE_TASK" : "RECEIVE_TASK", Past.NOON.minusSeconds(3000));
        }
        past.incident(300, 100, 200, "pay", "broken");
        past.end(102, "COMPLETED", Past.NOON.minusSeconds(1800));
        past.end(103, "CANCELLED", Past.NOON.minusSeconds(1800));
    }

    @Test
    void countsWhatIsOpen() {
        assertThat(overview.open()).isEqualTo(new Overview.Open(2, 1, 1, 1, 0));
    }

    @Test
    void measuresAPeriod() {
        Overview.Figures figures = overview.figures(Past.NOON.minusSeconds(7200), Past.NOON);
        assertThat(figures)
                .isEqualTo(new Overview.Figures(
                        4, 1, 1, Optional.of(Duration.ofMinutes(30)), Optional.of(Duration.ofMinutes(30))));
        assertThat(overview.figures(Past.NOON, Past.NOON.plusSeconds(60)).median())
                .isEmpty();
    }

    @Test
    void putsTheWorstProcessFirst() {
        var processes = overview.processes(Past.NOON.minusSeconds(7200), Past.NOON);
        assertThat(processes).extracting(Overview.ProcessHealth::processId).containsExactly("order", "quiet");
        assertThat(processes.getFirst().version()).isEqualTo(2);
        assertThat(processes.getFirst().worstElement()).contains("pay");
        assertThat(processes.getFirst().period().completed()).isEqualTo(1);
        assertThat(processes.getLast().open()).isZero();
    }

    @Test
    void cutsAPeriodIntoSlices() {
        var slices = overview.slices(Past.NOON.minusSeconds(7200), Duration.ofHours(1), 3, Optional.empty());
        assertThat(slices).extracting(Overview.Slice::started).containsExactly(0L, 4L, 0L);
        assertThat(slices).extracting(Overview.Slice::completed).containsExactly(0L, 1L, 0L);
        assertThat(slices).extracting(Overview.Slice::incidents).containsExactly(0L, 0L, 1L);
    }

    @Test
    void tellsWhatHappenedLast() {
        assertThat(overview.lately(3))
                .extracting(Overview.Activity::kind)
                .containsExactly("INCIDENT", "CANCELLED", "COMPLETED");
    }
}
