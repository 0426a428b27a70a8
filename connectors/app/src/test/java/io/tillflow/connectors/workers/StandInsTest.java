package io.tillflow.connectors.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.catalogue.ActionInfo;
import io.tillflow.connectors.catalogue.Actions;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.processes.JobType;
import io.tillflow.processes.OfferedJobType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every effect that answers something has a stand-in with the very same components. */
class StandInsTest {
    private static final Set<String> UNKNOWABLE = Set.of(OfferedJobType.HTTP_REQUEST, JobType.INTELLIGENCE_TRAIN_MODEL);

    private final StandIns standIns = new StandIns();

    static Stream<ActionInfo> effects() {
        return Actions.all().stream().filter(action -> action.effect() != Effect.READS);
    }

    @ParameterizedTest
    @MethodSource("effects")
    void standsInForWhatTheActionAnswers(ActionInfo action) {
        if (UNKNOWABLE.contains(action.type())) {
            assertThatThrownBy(() -> standIns.of(action.type(), Map.of(), 500)).hasMessageContaining("dryRunResult");
            return;
        }
        Class<? extends Record> output = action.output();
        List<String> components = output == null
                ? List.of()
                : Arrays.stream(output.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList();
        assertThat(standIns.of(action.type(), Map.of(), 500).keySet()).containsExactlyInAnyOrderElementsOf(components);
    }

    @ParameterizedTest
    @MethodSource("effects")
    void goesOnWithWhatTheModelSays(ActionInfo action) {
        assertThat(standIns.of(action.type(), Map.of("dryRunResult", "{\"status\": 200}"), 0))
                .isEqualTo(Map.of("status", 200));
        assertThatThrownBy(() -> standIns.of(action.type(), Map.of("dryRunResult", "=yes"), 0))
                .hasMessageContaining("to be a JSON object like {\"status\": 200}, but it is =yes");
    }
}
