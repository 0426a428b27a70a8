package io.tillflow.storefront;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Runs with the machine's clock, but can be put forward and held. */
public final class TestClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private volatile Clock real = Clock.systemUTC();

    public void forward(Duration by) {
        ahead.updateAndGet(d -> d.plus(by));
    }

    /** While something is done, time passes only by being put forward. */
    public void held(Runnable doing) {
        real = Clock.fixed(Clock.systemUTC().instant(), ZoneOffset.UTC);
        try {
            doing.run();
        } finally {
            real = Clock.systemUTC();
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
