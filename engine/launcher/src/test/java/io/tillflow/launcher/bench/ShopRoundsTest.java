package io.tillflow.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.bench.Load.Answer;
import io.tillflow.launcher.bench.Load.Round;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopRoundsTest {
    @Test
    void whatPersonalRowsTakeIsHeldAgainstItsGoalAndToldBesideTheAnswers() {
        ShopRounds quick = new ShopRounds(
                List.of(round(2, 0.1), round(4, 0.1), round(3, 0.1)),
                List.of(round(3, 0.4), round(7, 0.6), round(4, 0.5)),
                List.of(round(1, Double.NaN), round(1, Double.NaN), round(1, Double.NaN)));
        assertThat(line(quick, "added by personal rows, p99"))
                .extracting(BenchLine::ours, BenchLine::goal, BenchLine::ok, BenchLine::beside)
                .containsExactly(0.5, 5.0, true, new BenchLine.Beside(0.1, 0.4, 0.6));
        assertThat(line(quick, "answers take longer by, p99").ours()).isEqualTo(1);
        assertThat(line(quick, "pages p99").text()).contains("3.0 ms", "2.0 to 4.0, beside 1.0", "goal 50 ms");
    }

    @Test
    void slowRowsMissTheGoalAlthoughThePageIsQuickEnough() {
        List<Round> slow = List.of(round(9, 6));
        ShopRounds rounds = new ShopRounds(List.of(round(2, 0.1)), slow, List.of(round(1, Double.NaN)));
        assertThat(line(rounds, "added by personal rows, p99").ok()).isFalse();
        assertThat(line(rounds, "pages with personal rows p99").ok()).isTrue();
    }

    @Test
    void aShopThatDoesNotTellWhatItsRowsTakeHasNotReachedTheGoal() {
        List<Round> silent = List.of(round(2, Double.NaN));
        BenchLine rows = line(new ShopRounds(silent, silent, silent), "added by personal rows, p99");
        assertThat(rows.ok()).isFalse();
        assertThat(rows.document()).containsEntry("ours", null);
    }

    private static Round round(double millis, double rows) {
        return new Round(List.of(new Answer(millis, rows)), 0);
    }

    private static BenchLine line(ShopRounds rounds, String name) {
        return rounds.lines(List.of(1.0)).stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
