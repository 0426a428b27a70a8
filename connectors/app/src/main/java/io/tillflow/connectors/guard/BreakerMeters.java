package io.tillflow.connectors.guard;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The state of each provider's breaker as a metric: 0 up, 1 troubled, 2 down. */
@Component
class BreakerMeters {
    private final ProviderGuards guards;
    private final MultiGauge states;

    BreakerMeters(ProviderGuards guards, MeterRegistry meters) {
        this.guards = guards;
        this.states = MultiGauge.builder("tillflow.providers.health")
                .description("0 up, 1 troubled, 2 down: its breaker lets nothing through")
                .register(meters);
    }

    @Scheduled(fixedDelay = 5_000)
    void look() {
        states.register(guards.all().stream().map(BreakerMeters::row).toList(), true);
    }

    private static MultiGauge.Row<?> row(ProviderGuard guard) {
        Tags whose = Tags.of("family", guard.family(), "provider", guard.provider());
        return MultiGauge.Row.of(whose, guard, BreakerMeters::figure);
    }

    private static double figure(ProviderGuard guard) {
        return switch (guard.health()) {
            case UP -> 0;
            case TROUBLED -> 1;
            case DOWN -> 2;
        };
    }
}
