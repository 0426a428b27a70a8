package io.tillflow.connectors.settings;

import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.messaging.AtMostOnce;
import io.tillflow.connectors.messaging.Messenger;
import io.tillflow.connectors.messaging.ShortMessages;
import io.tillflow.connectors.messaging.mailbox.Mailbox;
import io.tillflow.connectors.messaging.mailbox.MailboxMessenger;
import io.tillflow.connectors.messaging.slack.SlackChat;
import io.tillflow.connectors.messaging.twilio.TwilioSms;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Phones and chats: the local mailbox, or Twilio and Slack with their keys from the secrets. */
@Configuration(proxyBeanMethods = false)
class ShortMessagesConfiguration {
    private static final String SANDBOX = "sandbox";
    private static final String TWILIO = "twilio";
    private static final String SLACK = "slack";
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    @Bean
    Family smsFamily(@Value("${tillflow.sms.provider}") String provider) {
        return new Family("sms", provider, List.of(SANDBOX, TWILIO));
    }

    @Bean
    ShortMessages sms(
            @Qualifier("smsFamily") Family family, @Value("${tillflow.sms.endpoint}") URI endpoint, Carriers carriers) {
        Messenger messenger = family.provider().equals(TWILIO)
                ? new TwilioSms(endpoint, () -> account(carriers.secrets()), TIMEOUT, carriers.clock())
                : new MailboxMessenger(carriers.mailbox(), MailboxMessenger.Kind.SMS);
        return carriers.messages(messenger, family);
    }

    private static TwilioSms.Account account(Secrets secrets) {
        return new TwilioSms.Account(
                secret(secrets, "TWILIO_ACCOUNT_SID"),
                secret(secrets, "TWILIO_AUTH_TOKEN"),
                secret(secrets, "TWILIO_FROM"));
    }

    private static String secret(Secrets secrets, String name) {
        return secrets.value(new SecretName(name), "sms (twilio)");
    }

    @Bean
    Family chatFamily(@Value("${tillflow.chat.provider}") String provider) {
        return new Family("chat", provider, List.of(SANDBOX, SLACK));
    }

    @Bean
    ShortMessages chat(
            @Qualifier("chatFamily") Family family,
            @Value("${tillflow.chat.endpoint}") URI endpoint,
            Carriers carriers) {
        Messenger messenger = family.provider().equals(SLACK)
                ? new SlackChat(
                        endpoint, text -> carriers.secrets().resolve(text, "chat (slack)"), TIMEOUT, carriers.clock())
                : new MailboxMessenger(carriers.mailbox(), MailboxMessenger.Kind.CHAT);
        return carriers.messages(messenger, family);
    }

    /** What both need. */
    record Carriers(AtMostOnce once, Mailbox mailbox, Secrets secrets, ProviderGuards guards, Clock clock) {
        ShortMessages messages(Messenger messenger, Family family) {
            return new ShortMessages(once, guards.around(Messenger.class, messenger, family), family.name());
        }
    }

    @Bean
    Carriers carriers(AtMostOnce once, Mailbox mailbox, Secrets secrets, ProviderGuards guards, Clock clock) {
        return new Carriers(once, mailbox, secrets, guards, clock);
    }
}
