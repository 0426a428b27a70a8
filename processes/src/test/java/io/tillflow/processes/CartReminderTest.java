package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every way an abandoned cart can go; what none took fails at the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CartReminderTest {
    private static final Duration UNTIL_DUE = Duration.ofHours(20);
    private static final Duration WEEK = Duration.ofDays(7);

    private Play play;

    @BeforeAll
    void start() {
        play = new Play();
    }

    @AfterAll
    void everythingWasTaken() {
        try (Play played = play) {
            ModelCoverage.of("marketing/cart-reminder.bpmn", played.log()).assertComplete();
        }
    }

    /** The reminder carries a played order's id, so that one script serves all. */
    private static PlayedOrder abandoned(PlayedOrder cart, boolean heldOut, int recent) {
        if (heldOut) {
            cart.next(JobType.INTELLIGENCE_ASSIGN_ARM, new Answer.Completes(Map.of("arm", "hold-out")));
        }
        return cart.hears(
                Message.CART_ABANDONED,
                Map.of(
                        "businessKey",
                        cart.id(),
                        "reminder",
                        Map.of("id", cart.id(), "items", 2, "total", 4200, "recent", recent),
                        "customer",
                        Map.of("accountId", "account-1")));
    }

    private static PlayedOrder bought(PlayedOrder cart) {
        return cart.hears(Message.CART_BOUGHT, Map.of("bought", Map.of("orderId", "order-1", "total", 4200)));
    }

    @Test
    void isRemindedOfOnceAndWatched() {
        PlayedOrder cart = abandoned(play.order(), false, 1).waitsAt("reminder-pending");
        assertThat(cart.jobs(JobType.MESSAGING_SEND_CART_REMINDER)).isEmpty();
        play.pass(UNTIL_DUE);
        cart.waitsAt("reminder-watched");
        assertThat(cart.jobs(JobType.MESSAGING_SEND_CART_REMINDER))
                .singleElement()
                .satisfies(job -> assertThat(job.variables())
                        .containsEntry("reminderId", cart.id())
                        .containsEntry("effectKey", cart.id() + "/send-reminder/1"));
        bought(cart).endedAt("bought-after-reminder");

        PlayedOrder forgotten = abandoned(play.order(), false, 0);
        play.pass(UNTIL_DUE);
        play.pass(WEEK);
        forgotten.endedAt("not-bought-after-reminder");
    }

    @Test
    void whatIsBoughtOrUnwantedMeanwhileNeedsNoLetter() {
        PlayedOrder cart = bought(abandoned(play.order(), false, 0)).endedAt("bought-unprompted");
        assertThat(cart.jobs(JobType.MESSAGING_SEND_CART_REMINDER)).isEmpty();

        PlayedOrder unwanted =
                abandoned(play.order().next(JobType.MESSAGING_SEND_CART_REMINDER, ErrorCode.LETTER_OUTDATED), false, 0);
        play.pass(UNTIL_DUE);
        unwanted.endedAt("not-reminded");
    }

    @Test
    void whoIsLeftWithoutALetterIsWatchedAsLong() {
        PlayedOrder cart = abandoned(play.order(), true, 0).waitsAt("cart-watched");
        assertThat(cart.jobs(JobType.INTELLIGENCE_ASSIGN_ARM))
                .singleElement()
                .satisfies(job -> assertThat(job.variables())
                        .containsEntry("experiment", "cart-reminder")
                        .containsEntry("unit", "account-1")
                        .containsEntry("arms", Map.of("remind", 100))
                        .containsEntry("holdOut", 10));
        bought(cart).endedAt("bought-without-reminder");

        PlayedOrder forgotten = abandoned(play.order(), false, 2);
        play.pass(WEEK);
        forgotten.waitsAt("cart-watched");
        play.pass(UNTIL_DUE);
        forgotten.endedAt("not-bought-without-reminder");
        assertThat(forgotten.jobs(JobType.MESSAGING_SEND_CART_REMINDER)).isEmpty();
        assertThat(forgotten.jobs(JobType.INTELLIGENCE_ASSIGN_ARM))
                .as("whom the table leaves alone is in no experiment")
                .isEmpty();
    }
}
