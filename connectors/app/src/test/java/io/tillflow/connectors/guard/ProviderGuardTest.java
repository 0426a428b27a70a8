package io.tillflow.connectors.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.guard.ProviderGuard.Health;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ProviderGuardTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    interface Bank {
        String pay(String card);
    }

    @Test
    void aProviderThatFailsIsLeftAloneAndNothingIsCalledMeanwhile() {
        ProviderGuard guard = guard(settings(4, 4, 1000, AN_HOUR));
        for (int call = 0; call < 4; call++) {
            assertThatThrownBy(() -> guard.call(ProviderGuardTest::fail)).isInstanceOf(ProviderUnavailable.class);
        }
        assertThat(guard.health()).isEqualTo(Health.DOWN);
        assertThatThrownBy(() -> guard.call(() -> {
                    throw new AssertionError("the call went out");
                }))
                .isInstanceOf(HeldBack.class)
                .hasMessageContaining("payments (bank) rest")
                .hasMessageContaining("503");
        assertThat(guard.trouble())
                .hasValueSatisfying(known -> assertThat(known.message()).contains("503"));
    }

    @Test
    void aProviderThatNobodyKnowsIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> new Family("payments", "strype", java.util.List.of("sandbox", "stripe")))
                .hasMessage(
                        "expected the provider of payments to be one of [sandbox, stripe], but the settings say 'strype':"
                                + " correct TILLFLOW_PAYMENTS_PROVIDER");
    }

    @Test
    void itIsTriedAgainAfterTheBreakAndForgiven() {
        ProviderGuard guard = guard(settings(4, 4, 1000, Duration.ofMillis(1)));
        for (int call = 0; call < 4; call++) {
            assertThatThrownBy(() -> guard.call(ProviderGuardTest::fail)).isInstanceOf(ProviderUnavailable.class);
        }
        org.awaitility.Awaitility.await().until(() -> {
            try {
                return guard.call(() -> "paid").equals("paid");
            } catch (HeldBack stillResting) {
                return false;
            }
        });
        guard.call(() -> "paid");
        guard.call(() -> "paid");
        assertThat(guard.breaker()).isEqualTo("CLOSED");
        assertThat(guard.health()).isEqualTo(Health.UP);
    }

    @Test
    void aRefusalIsAnAnswerAndNoTrouble() {
        ProviderGuard guard = guard(settings(4, 4, 1000, AN_HOUR));
        for (int call = 0; call < 8; call++) {
            assertThatThrownBy(() -> guard.call(() -> {
                        throw new IllegalStateException("expected a card, but it is a badge");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(guard.health()).isEqualTo(Health.UP);
    }

    @Test
    void noMoreCallsAtOnceThanAllowed() throws Exception {
        ProviderGuard guard = guard(settings(4, 1, 1000, AN_HOUR));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            caller.execute(() -> guard.call(() -> {
                inside.countDown();
                return quietly(leave);
            }));
            inside.await();
            assertThat(guard.underWay()).isEqualTo(1);
            assertThatThrownBy(() -> guard.call(() -> "paid"))
                    .isInstanceOf(HeldBack.class)
                    .hasMessageContaining("under way");
            leave.countDown();
        }
        assertThat(guard.call(() -> "paid")).isEqualTo("paid");
    }

    @Test
    void noMoreCallsASecondThanAllowed() {
        ProviderGuard guard = guard(settings(4, 4, 2, AN_HOUR));
        assertThatThrownBy(() -> {
                    for (int call = 0; call < 50; call++) {
                        guard.call(() -> "paid");
                    }
                })
                .isInstanceOf(HeldBack.class)
                .hasMessageContaining("2 calls a second");
    }

    @Test
    void aPortBehindItsGuardAnswersAndFailsAsItself() {
        ProviderGuards guards = new ProviderGuards(settings(4, 4, 1000, AN_HOUR), Clock.systemUTC());
        Family family = new Family("payments", "bank", java.util.List.of("bank"));
        Bank bank = guards.around(Bank.class, ProviderGuardTest::pay, family);
        assertThat(bank.pay("4242")).isEqualTo("paid with 4242");
        assertThatThrownBy(() -> bank.pay("")).isInstanceOf(ProviderUnavailable.class);
        assertThat(guards.of(family)).singleElement().satisfies(guard -> {
            assertThat(guard.health()).isEqualTo(Health.TROUBLED);
            assertThat(guard).hasToString("payments (bank)");
        });
    }

    @Test
    void anUnknownProviderStopsTheStartWithASentence() {
        assertThatThrownBy(() -> new Family("payments", "barter", java.util.List.of("sandbox", "stripe")))
                .hasMessageContaining("one of [sandbox, stripe]")
                .hasMessageContaining("TILLFLOW_PAYMENTS_PROVIDER");
    }

    private static String pay(String card) {
        return card.isEmpty() ? fail() : "paid with " + card;
    }

    private static String fail() {
        throw new ProviderUnavailable("expected an answer, but it came back 503");
    }

    private static String quietly(CountDownLatch latch) {
        try {
            latch.await();
            return "left";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "sent away";
        }
    }

    private static ProviderGuard guard(GuardSettings settings) {
        return new ProviderGuards(settings, Clock.systemUTC()).of("payments", "bank");
    }

    private static GuardSettings settings(int window, int atOnce, int perSecond, Duration pause) {
        return new GuardSettings(window, window, 50, pause, Duration.ZERO, atOnce, perSecond, Map.of());
    }
}
