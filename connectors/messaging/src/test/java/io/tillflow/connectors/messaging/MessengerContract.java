package io.tillflow.connectors.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.provider.EffectKey;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every messenger does, whoever stands behind it. */
public abstract class MessengerContract {
    protected abstract Messenger messenger();

    /** Somebody who gets messages. */
    protected abstract String somebody();

    /** Nobody at all. */
    protected abstract String nobody();

    /** The texts that arrived at {@link #somebody}. */
    protected abstract List<String> arrived();

    protected static ShortMessage message(String to, String text) {
        return ShortMessage.of(new EffectKey(UUID.randomUUID() + "/tell/1"), to, text);
    }

    @Test
    void aTextArrivesAsItIs() {
        String text = "Grüße \"Mara\" & Co: 50 % = 1+1?\n" + UUID.randomUUID();
        assertThat(messenger().send(message(somebody(), text))).isEqualTo(new Handover.Accepted());
        assertThat(arrived()).contains(text);
    }

    @Test
    void whoeverDoesNotExistIsRefusedWithAReasonThatDoesNotNameThem() {
        assertThat(messenger().send(message(nobody(), "hello")))
                .isInstanceOfSatisfying(
                        Handover.Refused.class,
                        refused -> assertThat(refused.reason()).isNotBlank().doesNotContain(nobody()));
    }
}
