package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A variant with its price, in minor units, and its counts. */
record StockRow(
        String sku,
        String product,
        String name,
        String variant,
        long price,
        int onHand,
        int held,
        int reserved,
        int allocated,
        int available) {

    /**
     * With its latest movements, the newest first.
     *
     * @param transfers those on their way first
     */
    record Known(StockRow row, List<Place> places, List<Transfer> transfers, List<Movement> movements) {
        /** Whether it matters where something lies. */
        boolean several() {
            return places.size() > 1;
        }

        /** What people call a location. */
        String name(String location) {
            return places.stream()
                    .filter(it -> it.location().equals(location))
                    .map(Place::name)
                    .findFirst()
                    .orElse(location);
        }
    }

    /** What of it lies at a location, and how many of them are put aside for orders. */
    record Place(String location, String name, boolean open, int onHand, int allocated) {
        int free() {
            return onHand - allocated;
        }
    }

    /**
     * Some of it on their way from one location to another.
     *
     * @param arrived how many did; null while they are on their way
     * @param overdue on their way for so long that nobody counts on them
     */
    record Transfer(
            String id,
            String origin,
            String target,
            int quantity,
            Instant sentAt,
            String sentBy,
            @Nullable Integer arrived,
            @Nullable Instant arrivedAt,
            boolean returned,
            boolean overdue) {}

    /**
     * One change of its counts.
     *
     * @param location null where a promise is made or taken back
     */
    record Movement(
            long id,
            String kind,
            int quantity,
            @Nullable String orderId,
            @Nullable String reason,
            @Nullable String location,
            Instant at) {}
}
