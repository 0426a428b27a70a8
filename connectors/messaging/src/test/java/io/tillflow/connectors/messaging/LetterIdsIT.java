package io.tillflow.connectors.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.messaging.letter.LetterTemplates;
import io.tillflow.connectors.messaging.letter.Sender;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a letter is known by to whom it goes. */
class LetterIdsIT {
    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T09:30:00Z"));
    private final EffectKey key = new EffectKey(UUID.randomUUID() + "/send-confirmation/1");
    private final List<String> ids = new ArrayList<>();

    @Test
    void aLetterHasOneInEveryTryAndNoOtherHasIt() {
        EffectKey next = new EffectKey(UUID.randomUUID() + "/send-confirmation/1");
        for (EffectKey each : List.of(key, next, key)) {
            assertThatThrownBy(() -> send(each, new ProviderUnavailable("not now")))
                    .isInstanceOf(ProviderUnavailable.class);
        }
        assertThat(ids.getFirst()).isEqualTo(ids.getLast()).isNotEqualTo(ids.get(1));
        assertThat(ids).doesNotContain(ShortMessage.idOf(key), ShortMessage.idOf(next));
    }

    @Test
    void aLetterThatArrivedBeforeItsSenderDiedIsKnownAgain() {
        StackOverflowError death = new StackOverflowError("the process dies here");
        assertThatThrownBy(() -> send(key, death)).isSameAs(death);
        clock.advance(Duration.ofMinutes(2));
        assertThat(send(key, death)).isEqualTo(new Handover.Accepted());
        assertThat(ids).hasSize(1);
    }

    private Handover send(EffectKey each, Throwable end) {
        MailServer server = new MailServer() {
            @Override
            public Handover send(Email email) {
                ids.add(email.messageId());
                if (end instanceof Error death) {
                    throw death;
                }
                throw (RuntimeException) end;
            }

            @Override
            public Optional<Boolean> received(String messageId) {
                return Optional.of(ids.contains(messageId));
            }
        };
        Map<String, String> facts = Map.of("shopUrl", "https://shop.example", "hours", "2");
        return new Letters(
                        new AtMostOnce(new LetterBook(TestDatabase.jdbc(), clock), Duration.ofMinutes(1), clock),
                        new LetterTemplates(() -> Sender.SHIPPED),
                        server,
                        new SuppressionList(TestDatabase.jdbc(), clock))
                .send(new Letter("account-none", "7f3", "mara@example.org", facts, List.of()), each);
    }
}
