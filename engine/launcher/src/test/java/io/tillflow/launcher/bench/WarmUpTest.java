package io.tillflow.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.bench.Load.Answer;
import io.tillflow.launcher.bench.Load.Round;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void goesOnUntilTwoRoundsInARowAreAlike() throws InterruptedException {
        assertThat(after(85, 67, 21, 9.4, 6.8, 6.1, 5.9)).isEqualTo(new WarmUp(6, true));
    }

    @Test
    void twoAreNotEnoughToSeeAJvmCompile() throws InterruptedException {
        assertThat(after(6, 6, 6, 6)).isEqualTo(new WarmUp(3, true));
    }

    @Test
    void saysThatItNeverBecameTheSameTwice() throws InterruptedException {
        WarmUp warmUp = after(10, 20, 10, 20, 10, 20, 10, 20, 10, 20, 10);
        assertThat(warmUp).isEqualTo(new WarmUp(10, false));
        assertThat(warmUp.text()).contains("10 rounds", "something else");
    }

    private static WarmUp after(double... p99s) throws InterruptedException {
        Deque<Round> rounds = new ArrayDeque<>();
        for (double p99 : p99s) {
            rounds.add(new Round(List.of(new Answer(1, 0), new Answer(p99, 0)), 0));
        }
        return WarmUp.of(rounds::removeFirst);
    }
}
