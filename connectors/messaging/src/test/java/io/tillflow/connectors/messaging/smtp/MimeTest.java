package io.tillflow.connectors.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.messaging.Email;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MimeTest {
    @Test
    void aLetterThatOneMayStopSaysSoToMailPrograms() throws Exception {
        MimeMessage message = message("https://shop.example/letters/stop/1/k");
        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<https://shop.example/letters/stop/1/k>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(message(null).getHeader("List-Unsubscribe")).isNull();
        assertThat(message(null).getHeader("List-Unsubscribe-Post")).isNull();
    }

    private static MimeMessage message(@Nullable String stopUrl) throws Exception {
        Email email = new Email("<1@tillflow>", "mara@example.org", "Hello", "Hello", "<p>Hello</p>", stopUrl);
        return Mime.message(Session.getInstance(new Properties()), "hello@ullmere.example", email);
    }
}
