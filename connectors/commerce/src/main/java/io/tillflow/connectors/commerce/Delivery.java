package io.tillflow.connectors.commerce;

import io.tillflow.processes.OrderState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an order got; nothing in it names a person.
 *
 * @param parcel who carries it, once it left
 */
public record Delivery(
        String number, OrderState state, @Nullable Parcel parcel) {
    /** Who carries an order and under which number; both are unknown of what was handed over in person. */
    public record Parcel(@Nullable String carrier, @Nullable String trackingNumber) {}

    /** Whether the carrier, or somebody of the shop, said that it arrived. */
    public boolean arrived() {
        return state == OrderState.DELIVERED || state == OrderState.COMPLETED;
    }

    public Optional<String> carrier() {
        return Optional.ofNullable(parcel).map(Parcel::carrier);
    }

    public Optional<String> trackingNumber() {
        return Optional.ofNullable(parcel).map(Parcel::trackingNumber);
    }
}
