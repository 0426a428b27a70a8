package io.tillflow.storefront.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class UnderstandingTest {
    private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofSeconds(30);

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
                new Understanding(new MeaningSettings(true, DataSize.ofBytes(0), Duration.ZERO, 1_000), STILL);
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

    private static Understanding understanding(boolean on, DataSize needs, int perSecond) {
        return new Understanding(new MeaningSettings(on, needs, LONG, perSecond), STILL);
    }
}
