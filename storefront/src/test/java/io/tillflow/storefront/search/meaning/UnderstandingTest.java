package io.tillflow.storefront.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.storefront.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class UnderstandingTest {
    private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    @Test
    void goesByWordsUntilTheModelIsThere() {
        Understanding understanding = understanding(true, DataSize.ofBytes(0), 1_000);
        assertThat(understanding.of("lamp")).isEmpty();
        await().until(() -> understanding.of("lamp").isPresent());
        assertThat(understanding.of(" LAMP ")).as("read once").isPresent();
        assertThat(understanding.of("   ")).isEmpty();
    }

    @Test
    void newWordsAreReadOnlySoOften() throws InterruptedException {
        Understanding understanding = understanding(true, DataSize.ofBytes(0), 3);
        assertThat(understanding.loaded()).isPresent();
        for (String word : new String[] {"lamp", "chair", "table"}) {
            assertThat(understanding.of(word)).as(word).isPresent();
        }
        assertThat(understanding.of("vase")).as("the fourth in this second").isEmpty();
        assertThat(understanding.of("lamp")).as("known already").isPresent();
    }

    @Test
    void aPageDoesNotWait() throws InterruptedException {
        Understanding understanding =
                new Understanding(settings(true, DataSize.ofBytes(0), Duration.ZERO, 1_000), STILL);
        assertThat(understanding.loaded()).isPresent();
        await().until(() -> understanding.of("chair").isPresent());
    }

    @Test
    void goesByWordsWhenItIsOffOrMemoryIsShort() throws InterruptedException {
        for (Understanding understanding : new Understanding[] {
            understanding(false, DataSize.ofBytes(0), 1_000), understanding(true, DataSize.ofTerabytes(900), 1_000)
        }) {
            assertThat(understanding.of("lamp")).isEmpty();
            assertThat(understanding.loaded()).isEmpty();
            assertThat(understanding.of("lamp")).isEmpty();
        }
    }

    @Test
    void looksForMemoryAgainAfterAWhileAndNotBefore() throws InterruptedException {
        TestClock time = new TestClock();
        AtomicInteger looks = new AtomicInteger();
        Understanding understanding = new Understanding(
                settings(true, DataSize.ofBytes(0), LONG, 1_000),
                time,
                () -> looks.getAndIncrement() == 0 ? Optional.of("too little") : Optional.empty());
        CountDownLatch told = new CountDownLatch(1);
        understanding.whenLoaded(told::countDown);
        assertThat(understanding.loaded()).isEmpty();
        assertThat(understanding.of("lamp")).isEmpty();
        assertThat(looks).as("not at each search").hasValue(1);
        time.forward(AGAIN);
        assertThat(understanding.of("lamp")).isEmpty();
        told.await();
        assertThat(understanding.of("lamp")).isPresent();
        time.forward(AGAIN);
        assertThat(understanding.loaded()).isPresent();
        assertThat(looks).as("not once it is there").hasValue(2);
    }

    @Test
    void goesByWordsWhenTheHeapIsShort() throws InterruptedException {
        Understanding understanding = new Understanding(
                new MeaningSettings(true, DataSize.ofBytes(0), DataSize.ofTerabytes(900), AGAIN, LONG, 1_000), STILL);
        assertThat(understanding.loaded()).isEmpty();
    }

    private static Understanding understanding(boolean on, DataSize needs, int perSecond) {
        return new Understanding(settings(on, needs, LONG, perSecond), STILL);
    }

    private static MeaningSettings settings(boolean on, DataSize needs, Duration within, int perSecond) {
        return new MeaningSettings(on, needs, DataSize.ofBytes(0), AGAIN, within, perSecond);
    }
}
