package io.tillflow.engine.history;

import java.util.List;
import java.util.Optional;

/** An instance as a list shows it: where it stands now and what is at stake. */
public record InstanceRow(Instance instance, List<Token> tokens, Optional<Money> stake) {

    /** An amount in minor units. */
    public record Money(long minor, String currency) {}
}
