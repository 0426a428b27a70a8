package io.tillflow.studio.repair;

import io.tillflow.engine.BrokerUnavailable;
import io.tillflow.engine.CommandFailed;
import io.tillflow.engine.Rejected;
import java.util.OptionalLong;

/**
 * One instance takes the place of another. The new one begins before the old one ends: whatever goes wrong between, something still
 * stands there, and the words of the failure say what.
 */
final class HandOver {

    /** The two commands it is made of. */
    interface Engine {
        long begin();

        void end(long instanceKey);
    }

    private final Engine engine;

    HandOver(Engine engine) {
        this.engine = engine;
    }

    /**
     * Ends an instance once another one has begun, and returns that one's key.
     *
     * @param begunBefore what an earlier try began that was not answered; no other begins then
     */
    long instead(long old, OptionalLong begunBefore) {
        long next = begunBefore.isPresent() ? begunBefore.getAsLong() : begin(old);
        try {
            engine.end(old);
            return next;
        } catch (Rejected refused) {
            if (begunBefore.isPresent()) {
                throw new Rejected(
                        Rejected.Why.WRONG_STATE,
                        "Instance " + old + " runs no more. Instance " + next
                                + " began in its place before and goes on.",
                        refused);
            }
            throw takenBack(old, next, refused);
        } catch (BrokerUnavailable away) {
            throw new BrokerUnavailable(
                    "Instance " + next + " has begun, but the engine did not say whether instance " + old
                            + " was ended. Ask again in a minute: " + next + " is used then, and no other begins.",
                    away);
        }
    }

    private long begin(long old) {
        try {
            return engine.begin();
        } catch (Rejected refused) {
            throw new Rejected(
                    Rejected.Why.INVALID,
                    "Nothing was changed, instance " + old + " goes on: " + refused.getMessage(),
                    refused);
        }
    }

    private Rejected takenBack(long old, long next, Rejected refused) {
        String ended = "Instance " + old + " could not be ended, most likely because it ended by itself meanwhile ("
                + refused.getMessage() + "). ";
        try {
            engine.end(next);
            return new Rejected(
                    Rejected.Why.WRONG_STATE,
                    ended + "Instance " + next + ", which had begun in its place, was ended again.",
                    refused);
        } catch (CommandFailed stays) {
            return new Rejected(
                    Rejected.Why.WRONG_STATE,
                    ended + "Instance " + next + ", which had begun in its place, could not be ended either ("
                            + stays.getMessage() + "): look at it and cancel it.",
                    stays);
        }
    }
}
