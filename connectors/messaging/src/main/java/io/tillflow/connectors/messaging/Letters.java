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
    private final SuppressionList suppressed;

    public Letters(AtMostOnce once, LetterTemplates templates, MailServer server, SuppressionList suppressed) {
        this.once = once;
        this.templates = templates;
        this.server = server;
        this.suppressed = suppressed;
    }

    public Handover send(Letter letter, EffectKey key) {
        return send(letter, key, Optional.empty());
    }

    /** @param unwanted why its reader does not want it; empty where nobody knows of a reason */
    public Handover send(Letter letter, EffectKey key, Optional<String> unwanted) {
        LetterTemplates.Rendered rendered = templates.render(letter);
        AtMostOnce.Intent intent = new AtMostOnce.Intent(key, letter.orderId(), letter.template(), letter.to());
        return once.send(intent, new AtMostOnce.Carrier() {
            @Override
            public Handover send() {
                Handover handover = server.send(new Email(
                        once.messageId(key),
                        letter.to(),
                        rendered.subject(),
                        rendered.text(),
                        rendered.html(),
                        templates.isStoppable(letter.template())
                                ? letter.facts().get(Letter.STOP_URL)
                                : null));
                if (handover instanceof Handover.Refused refused && refused.address()) {
                    suppressed.add(letter.to(), SuppressionList.Cause.REFUSED, refused.reason(), "Automation");
                }
                return handover;
            }

            @Override
            public Optional<Handover.Withheld> withheld() {
                return unwanted.or(() -> suppressed.why(letter.to())).map(Handover.Withheld::new);
            }

            @Override
            public Optional<Boolean> received() {
                return server.received(once.messageId(key));
            }
        });
    }
}
