package io.tillflow.connectors.settings;

import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.GuardSettings;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.messaging.AtMostOnce;
import io.tillflow.connectors.messaging.LetterBook;
import io.tillflow.connectors.messaging.Letters;
import io.tillflow.connectors.messaging.MailServer;
import io.tillflow.connectors.messaging.SuppressionList;
import io.tillflow.connectors.messaging.letter.LetterTemplates;
import io.tillflow.connectors.messaging.letter.Previews;
import io.tillflow.connectors.messaging.letter.Words;
import io.tillflow.connectors.messaging.mailbox.Mailbox;
import io.tillflow.connectors.messaging.smtp.SmtpServer;
import io.tillflow.connectors.messaging.smtp.SmtpSettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mail behind its port. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuardSettings.class)
class ProvidersConfiguration {
    private static final String LOOPBACK = "127.0.0.1";

    @Bean
    ProviderGuards providerGuards(GuardSettings settings, Clock clock) {
        return new ProviderGuards(settings, clock);
    }

    @Bean
    Family messagingFamily(ConnectorsSettings settings) {
        return new Family("messaging", settings.smtp().local() ? "mailbox" : "smtp", List.of("mailbox", "smtp"));
    }

    @Bean
    Mailbox mailbox(JdbcClient database, Clock clock) {
        return new Mailbox(database, clock);
    }

    @Bean
    MailServer mailServer(
            ConnectorsSettings settings,
            Mailbox mailbox,
            ProviderGuards guards,
            @Qualifier("messagingFamily") Family family) {
        ConnectorsSettings.Smtp smtp = settings.smtp();
        SmtpSettings server = new SmtpSettings(
                smtp.local() ? LOOPBACK : smtp.host(),
                smtp.port(),
                smtp.user().isBlank() ? null : smtp.user(),
                smtp.user().isBlank() ? null : smtp.password(),
                smtp.startTls(),
                smtp.from(),
                smtp.timeout());
        SmtpServer mail = new SmtpServer(
                server, messageId -> smtp.local() ? Optional.of(mailbox.holds(messageId)) : Optional.empty());
        return guards.around(MailServer.class, mail, family);
    }

    @Bean
    LetterBook letterBook(JdbcClient database, Clock clock) {
        return new LetterBook(database, clock);
    }

    @Bean
    AtMostOnce atMostOnce(LetterBook book, ConnectorsSettings settings, Clock clock) {
        return new AtMostOnce(book, settings.smtp().abandoned(), clock);
    }

    @Bean
    SuppressionList suppressionList(JdbcClient database, Clock clock) {
        return new SuppressionList(database, clock);
    }

    @Bean
    LetterTemplates letterTemplates(Shop shop, Clock clock) {
        return new LetterTemplates(new LettersSender(shop, clock));
    }

    @Bean
    Previews letterPreviews(LetterTemplates templates, Words words) {
        return new Previews(templates, words);
    }

    @Bean
    Letters letters(AtMostOnce once, LetterTemplates templates, MailServer server, SuppressionList suppressed) {
        return new Letters(once, templates, server, suppressed);
    }

    @Bean
    Words words() {
        return new Words();
    }
}
