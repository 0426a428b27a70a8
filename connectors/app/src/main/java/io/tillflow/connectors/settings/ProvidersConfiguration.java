package io.tillflow.connectors.settings;

import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.commerce.rest.RestShop;
import io.tillflow.connectors.messaging.LetterBook;
import io.tillflow.connectors.messaging.Letters;
import io.tillflow.connectors.messaging.MailServer;
import io.tillflow.connectors.messaging.letter.LetterTemplates;
import io.tillflow.connectors.messaging.letter.Words;
import io.tillflow.connectors.messaging.mailbox.Mailbox;
import io.tillflow.connectors.messaging.smtp.SmtpServer;
import io.tillflow.connectors.messaging.smtp.SmtpSettings;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shop and the mail behind their ports. */
@Configuration(proxyBeanMethods = false)
class ProvidersConfiguration {
    private static final String LOOPBACK = "127.0.0.1";

    @Bean
    Shop shop(ConnectorsSettings settings) {
        return new RestShop(settings.shopUrl(), settings.serviceToken(), settings.shopTimeout());
    }

    @Bean
    Mailbox mailbox(JdbcClient database, Clock clock) {
        return new Mailbox(database, clock);
    }

    @Bean
    MailServer mailServer(ConnectorsSettings settings, Mailbox mailbox) {
        ConnectorsSettings.Smtp smtp = settings.smtp();
        SmtpSettings server = new SmtpSettings(
                smtp.local() ? LOOPBACK : smtp.host(),
                smtp.port(),
                smtp.user().isBlank() ? null : smtp.user(),
                smtp.user().isBlank() ? null : smtp.password(),
                smtp.startTls(),
                smtp.from(),
                smtp.timeout());
        return new SmtpServer(
                server, messageId -> smtp.local() ? Optional.of(mailbox.holds(messageId)) : Optional.empty());
    }

    @Bean
    LetterBook letterBook(JdbcClient database, Clock clock) {
        return new LetterBook(database, clock);
    }

    @Bean
    Letters letters(LetterBook book, MailServer server, Clock clock) {
        return new Letters(book, new LetterTemplates(), server, clock);
    }

    @Bean
    Words words() {
        return new Words();
    }
}
