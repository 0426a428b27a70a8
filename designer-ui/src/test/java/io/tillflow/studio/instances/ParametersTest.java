package io.tillflow.studio.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.engine.history.InstanceFilter;
import io.tillflow.engine.history.InstanceState;
import io.tillflow.engine.history.Instances.Order;
import io.tillflow.engine.history.VariableCondition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void readsBackTheAddressItWrites() {
        InstanceFilter filter = new InstanceFilter(
                Set.of("order-fulfilment", "returns"),
                OptionalInt.of(3),
                Set.of(InstanceState.INCIDENT, InstanceState.COMPLETED),
                "UM-20",
                "ada",
                Optional.of("review-order"),
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
                "timed out",
                List.of(VariableCondition.parse("order.total>2000"), VariableCondition.parse("risk!=accept")));
        Parameters parameters = new Parameters(filter, Order.NEWEST);
        assertThat(Parameters.parse(parameters.address())).isEqualTo(parameters);
        assertThat(Parameters.parse(Parameters.initial().address())).isEqualTo(Parameters.initial());
        Parameters openNewest = new Parameters(InstanceFilter.open(), Order.NEWEST);
        assertThat(Parameters.parse(openNewest.address())).isEqualTo(openNewest);
    }

    @Test
    void takesOpenForAllThreeOpenStates() {
        assertThat(Parameters.parse(Map.of("state", List.of("open")))).isEqualTo(Parameters.initial());
        assertThat(Parameters.parse(Map.of()).filter()).isEqualTo(InstanceFilter.ALL);
    }

    @Test
    void namesTheParameterThatCannotBeRead() {
        assertThatThrownBy(() -> Parameters.parse(Map.of("state", List.of("lost"))))
                .hasMessage(
                        "expected state to be open, running, waiting, incident, completed or cancelled, but it was \"lost\"");
        assertThatThrownBy(() -> Parameters.parse(Map.of("version", List.of("x"))))
                .isInstanceOf(Parameters.Unreadable.class);
        assertThatThrownBy(() -> Parameters.parse(Map.of("from", List.of("yesterday"))))
                .hasMessageContaining("from");
    }
}
