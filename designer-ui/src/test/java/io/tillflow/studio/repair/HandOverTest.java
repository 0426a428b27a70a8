package io.tillflow.studio.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.engine.BrokerUnavailable;
import io.tillflow.engine.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong between the two commands, something still stands there, and the words say what. */
class HandOverTest {

    private final Engine engine = new Engine();
    private final HandOver handOver = new HandOver(engine);

    @Test
    void beginsBeforeItEnds() {
        assertThat(handOver.instead(1, OptionalLong.empty())).isEqualTo(2);
        assertThat(engine.done).containsExactly("begun 2", "ended 1");
    }

    @Test
    void endsNothingWhenTheNewOneIsRefused() {
        engine.refusal = new Rejected(Rejected.Why.NOT_FOUND, "no such element", null);
        assertThatThrownBy(() -> handOver.instead(1, OptionalLong.empty()))
                .isInstanceOf(Rejected.class)
                .hasMessage("Nothing was changed, instance 1 goes on: no such element")
                .extracting(it -> ((Rejected) it).why())
                .isEqualTo(Rejected.Why.INVALID);
        assertThat(engine.done).isEmpty();
    }

    @Test
    void endsTheNewOneAgainWhenTheOldOneEndedByItself() {
        engine.endings.put(1L, new Rejected(Rejected.Why.NOT_FOUND, "not found", null));
        assertThatThrownBy(() -> handOver.instead(1, OptionalLong.empty()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Instance 1 could not be ended")
                .hasMessageContaining("Instance 2, which had begun in its place, was ended again")
                .extracting(it -> ((Rejected) it).why())
                .isEqualTo(Rejected.Why.WRONG_STATE);
        assertThat(engine.done).containsExactly("begun 2", "ended 2");
    }

    @Test
    void saysWhatIsLeftWhenNeitherCanBeEnded() {
        engine.endings.put(1L, new Rejected(Rejected.Why.NOT_FOUND, "not found", null));
        engine.endings.put(2L, new BrokerUnavailable("nobody answered", null));
        assertThatThrownBy(() -> handOver.instead(1, OptionalLong.empty()))
                .hasMessageContaining("Instance 2, which had begun in its place, could not be ended either")
                .hasMessageContaining("look at it");
    }

    @Test
    void usesWhatAnUnansweredTryBegan() {
        engine.endings.put(1L, new BrokerUnavailable("nobody answered", null));
        assertThatThrownBy(() -> handOver.instead(1, OptionalLong.empty()))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageContaining("Instance 2 has begun")
                .hasMessageContaining("did not say whether instance 1 was ended");
        engine.endings.clear();
        assertThat(handOver.instead(1, OptionalLong.of(2))).isEqualTo(2);
        assertThat(engine.done).containsExactly("begun 2", "ended 1");
    }

    @Test
    void leavesWhatBeganBeforeWhenTheOldOneRunsNoMore() {
        engine.endings.put(1L, new Rejected(Rejected.Why.NOT_FOUND, "not found", null));
        assertThatThrownBy(() -> handOver.instead(1, OptionalLong.of(2)))
                .hasMessageContaining("Instance 2 began in its place before and goes on");
        assertThat(engine.done).isEmpty();
    }

    private static final class Engine implements HandOver.Engine {
        private final List<String> done = new ArrayList<>();
        private final Map<Long, RuntimeException> endings = new HashMap<>();
        private @org.jspecify.annotations.Nullable RuntimeException refusal;

        @Override
        public long begin() {
            if (refusal != null) {
                throw refusal;
            }
            done.add("begun 2");
            return 2;
        }

        @Override
        public void end(long instanceKey) {
            RuntimeException failure = endings.get(instanceKey);
            if (failure != null) {
                throw failure;
            }
            done.add("ended " + instanceKey);
        }
    }
}
