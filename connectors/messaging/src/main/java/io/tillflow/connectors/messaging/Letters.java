package io.tillflow.connectors.messaging;

import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.messaging.letter.LetterTemplates;
import io.tillflow.connectors.provider.EffectKey;
import java.util.Optional;

/** Sends each letter at most once. */
public final class Letters {
    private final AtMostOnce once;
    private final LetterTemplates templates;
    private final MailServer server;

    public Letters(AtMostOnce once, LetterTemplates templates, MailServer server) {
        this.once = once;
        this.templates = templates;
        this.server = server;
    }

    public Handover send(Letter letter, EffectKey key) {
        LetterTemplates.Rendered rendered = templates.render(letter);
        Email email = new Email(
                ShortMessage.idOf(key),
                letter.to(),
                rendered.subject(),
                rendered.text(),
                rendered.html(),
                letter.facts().get(Letter.STOP_URL));
        return once.send(new AtMostOnce.Intent(key, letter.orderId(), letter.template()), new AtMostOnce.Carrier() {
            @Override
            public Handover send() {
                return server.send(email);
            }

            @Override
            public Optional<Boolean> received() {
                return server.received(email.messageId());
            }
        });
    }
}
