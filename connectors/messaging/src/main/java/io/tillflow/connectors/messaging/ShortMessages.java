package io.tillflow.connectors.messaging;

import io.tillflow.connectors.provider.EffectKey;
import java.util.Optional;

/** Sends each short message at most once. */
public final class ShortMessages {
    private final AtMostOnce once;
    private final Messenger messenger;
    private final String kind;

    /**
     * @param kind sms or chat, as people find it among what is in doubt
     */
    public ShortMessages(AtMostOnce once, Messenger messenger, String kind) {
        this.once = once;
        this.messenger = messenger;
        this.kind = kind;
    }

    /**
     * @param to a phone number or the address of a chat
     */
    public Handover send(String to, String text, EffectKey key) {
        ShortMessage message = ShortMessage.of(key, to, text);
        String subject = key.value().substring(0, key.value().indexOf('/'));
        return once.send(new AtMostOnce.Intent(key, subject, kind, null), new AtMostOnce.Carrier() {
            @Override
            public Handover send() {
                return messenger.send(message);
            }

            @Override
            public Optional<Boolean> received() {
                return messenger.received(message.messageId());
            }
        });
    }
}
