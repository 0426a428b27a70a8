package io.tillflow.studio.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.engine.history.Facts.Calls;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.InstanceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Rounds are numbered where all of them are known, and only there. */
class PassageTest {
    private static final long INSTANCE = 100_000;
    private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");

    /** A loop of so many passages, with its body. */
    private static Everything loop(int passages) {
        List<Element> elements = new ArrayList<>();
        elements.add(element(1, "MULTI_INSTANCE_BODY", INSTANCE));
        for (int i = 2; i <= passages; i++) {
            elements.add(element(i, "SERVICE_TASK", 1));
        }
        return new Everything(
                new Instance(
                        INSTANCE,
                        1,
                        "loops",
                        1,
                        InstanceState.RUNNING,
                        "",
                        AT,
                        Optional.empty(),
                        0,
                        OptionalLong.empty()),
                List.of(),
                elements,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Calls(Optional.empty(), List.of()));
    }

    private static Element element(long key, String type, long scope) {
        return new Element(key, "each", type, OptionalLong.of(scope), ElementState.COMPLETED, AT, Optional.of(AT));
    }

    @Test
    void numbersTheRoundsOfAShortLoop() {
        assertThat(Passage.of(loop(4)).getFirst().within())
                .extracting(Passage::round)
                .containsExactly(1, 2, 3);
    }

    @Test
    void numbersNoneWhereEarlierOnesMayBeCutOff() {
        assertThat(Passage.of(loop(InstanceFacts.MOST)).getFirst().within())
                .hasSize(InstanceFacts.MOST - 1)
                .allMatch(it -> it.round() == 0);
    }
}
