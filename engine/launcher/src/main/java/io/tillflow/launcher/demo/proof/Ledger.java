package io.tillflow.launcher.demo.proof;

import java.util.List;

/** The four counts that movements add up to; written apart from the shop's own arithmetic, so that it can disagree with it. */
record Ledger(int onHand, int held, int reserved, int allocated) {
    private static final Ledger NOTHING = new Ledger(0, 0, 0, 0);

    static Ledger of(List<MovementFact> movements) {
        Ledger ledger = NOTHING;
        for (MovementFact movement : movements) {
            ledger = ledger.after(movement.kind(), movement.quantity());
        }
        return ledger;
    }

    private Ledger after(String kind, int units) {
        return switch (kind) {
            case "TRANSFER_SENT" -> new Ledger(onHand - units, held, reserved, allocated);
            case "RECEIVED", "COUNTED", "RETURNED", "TRANSFER_ARRIVED" ->
                new Ledger(onHand + units, held, reserved, allocated);
            case "HELD" -> new Ledger(onHand, held + units, reserved, allocated);
            case "HOLD_RELEASED" -> new Ledger(onHand, held - units, reserved, allocated);
            case "HOLD_RESERVED" -> new Ledger(onHand, held - units, reserved + units, allocated);
            case "RESERVED" -> new Ledger(onHand, held, reserved + units, allocated);
            case "RESERVATION_RELEASED" -> new Ledger(onHand, held, reserved - units, allocated);
            case "ALLOCATED" -> new Ledger(onHand, held, reserved - units, allocated + units);
            case "ALLOCATION_RELEASED" -> new Ledger(onHand, held, reserved, allocated - units);
            case "SHIPPED" -> new Ledger(onHand - units, held, reserved, allocated - units);
            default -> throw new IllegalArgumentException("expected a known kind of stock movement, but got " + kind);
        };
    }

    @Override
    public String toString() {
        return "%d on hand, %d held, %d reserved, %d allocated".formatted(onHand, held, reserved, allocated);
    }
}
