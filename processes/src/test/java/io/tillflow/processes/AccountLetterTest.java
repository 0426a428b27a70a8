package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both ways a letter about an account can go. */
class AccountLetterTest {
    @Test
    void isSentOnceOrNotAtAllWhenItComesTooLate() {
        try (Play play = new Play()) {
            PlayedOrder sent = asked(play.order()).endedAt("letter-sent");
            assertThat(sent.jobs(JobType.MESSAGING_SEND_ACCOUNT_LETTER)).hasSize(1);
            assertThat(sent.jobs(JobType.MESSAGING_SEND_ACCOUNT_LETTER)
                            .getFirst()
                            .variables())
                    .containsEntry("letterId", sent.id())
                    .containsEntry("effectKey", sent.id() + "/send-account-letter/1");
            asked(play.order().next(JobType.MESSAGING_SEND_ACCOUNT_LETTER, ErrorCode.LETTER_OUTDATED))
                    .endedAt("too-late-to-help");
            ModelCoverage.of("accounts/account-letter.bpmn", play.log()).assertComplete();
        }
    }

    /** The letter carries a played order's id, so that one script serves all. */
    private static PlayedOrder asked(PlayedOrder letter) {
        return letter.hears(
                Message.ACCOUNT_LETTER_REQUESTED,
                Map.of("businessKey", "account-join", "letter", Map.of("id", letter.id(), "kind", "account-join")));
    }
}
