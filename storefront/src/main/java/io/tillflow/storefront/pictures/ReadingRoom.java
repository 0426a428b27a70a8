package io.tillflow.storefront.pictures;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where pictures are read and made anew, one at a time, since each needs much memory. */
@Component
class ReadingRoom {
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore seats = new Semaphore(1);

    <T extends @Nullable Object> T read(Supplier<T> reading) {
        try {
            if (!seats.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new OthersAreRead();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OthersAreRead();
        }
        return seated(reading);
    }

    /** Nothing while others are read or wait for it. */
    <T> Optional<T> readAtOnce(Supplier<T> reading) {
        return seats.hasQueuedThreads() || !seats.tryAcquire() ? Optional.empty() : Optional.of(seated(reading));
    }

    private <T extends @Nullable Object> T seated(Supplier<T> reading) {
        try {
            return reading.get();
        } finally {
            seats.release();
        }
    }
}
