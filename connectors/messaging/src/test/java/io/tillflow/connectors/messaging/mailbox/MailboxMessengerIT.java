package io.tillflow.connectors.messaging.mailbox;

import io.tillflow.connectors.messaging.Messenger;
import io.tillflow.connectors.messaging.MessengerContract;
import io.tillflow.connectors.provider.Page;
import io.tillflow.connectors.provider.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;

/** The sandbox's phones and chats: what arrives can be read in the local mailbox. */
class MailboxMessengerIT {
    private static final Mailbox MAILBOX = new Mailbox(TestDatabase.jdbc(), Clock.systemUTC());

    private static List<String> arrivedAt(String to) {
        return MAILBOX.list(to, Page.Request.of(null, 500)).items().stream()
                .map(it -> Objects.toString(MAILBOX.open(it.id()).orElseThrow().text(), ""))
                .toList();
    }

    @Nested
    class Sms extends MessengerContract {
        @Override
        protected Messenger messenger() {
            return new MailboxMessenger(MAILBOX, MailboxMessenger.Kind.SMS);
        }

        @Override
        protected String somebody() {
            return "+4915112345678";
        }

        @Override
        protected String nobody() {
            return "+15005550001";
        }

        @Override
        protected List<String> arrived() {
            return arrivedAt(somebody());
        }
    }

    @Nested
    class Chat extends MessengerContract {
        @Override
        protected Messenger messenger() {
            return new MailboxMessenger(MAILBOX, MailboxMessenger.Kind.CHAT);
        }

        @Override
        protected String somebody() {
            return "{{secrets.SLACK_WEBHOOK}}";
        }

        @Override
        protected String nobody() {
            return "{{secrets.UNKNOWN}}";
        }

        @Override
        protected List<String> arrived() {
            return arrivedAt(somebody());
        }
    }
}
