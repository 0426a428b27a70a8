package io.tillflow.connectors.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.messaging.Email;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {
    private static final Email EMAIL = new Email("<1@tillflow>", "mara@example.org", "Hello", "Hello", "<p>Hello</p>");
    private static final String DROP = "drop the line";

    private final ServerSocket socket = listen();

    @AfterEach
    void stopListening() throws IOException {
        socket.close();
    }

    @Test
    void aLetterThatIsTakenIsSent() {
        assertThat(server(Map.of()).send(EMAIL)).isEqualTo(new Handover.Accepted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 no such user",
                "550-5.1.1 The account does not exist.\r\n550 5.1.1 See our help",
                "550 5.1.2 no such host",
                "553 5.1.3 bad address syntax",
                "551 5.1.6 user has moved",
                "550 5.1.10 recipient not found"
            })
    void anAddressThatDoesNotExistIsRefusedForGood(String answer) {
        assertThat(server(Map.of("RCPT", answer)).send(EMAIL))
                .isEqualTo(
                        new Handover.Refused("the mail server refused it with code " + answer.substring(0, 3), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 relaying denied",
                "552 5.2.2 mailbox full",
                "550 5.1.0 <hello@ullmere.example>: Sender address rejected: User unknown",
                "550 5.1.8 Sender address rejected: Domain not found",
                "550 relay not permitted",
                "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
                "550 5.1.11 something newer than 5.1.1",
                "550 no such user"
            })
    void whatIsRefusedForAnotherReasonSaysNothingAboutTheAddress(String answer) {
        assertThat(server(Map.of("RCPT", answer)).send(EMAIL))
                .isEqualTo(new Handover.Refused("the mail server refused it with code " + answer.substring(0, 3)));
    }

    @Test
    void aLetterThatIsRefusedIsRefusedForGood() {
        assertThat(server(Map.of(".", "554 5.7.1 spam")).send(EMAIL)).isInstanceOf(Handover.Refused.class);
    }

    @Test
    void aFullMailboxMayHaveRoomLater() {
        assertThatThrownBy(
                        () -> server(Map.of("RCPT", "452 4.2.2 mailbox full")).send(EMAIL))
                .isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> server(Map.of("MAIL", "421 4.3.2 going down")).send(EMAIL))
                .isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void aServerThatFallsSilentAfterTheLetterLeavesADoubt() {
        assertThatThrownBy(() -> server(Map.of(".", DROP)).send(EMAIL)).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aServerThatIsNotThereMayComeBack() throws IOException {
        socket.close();
        assertThatThrownBy(() -> smtp().send(EMAIL)).isInstanceOf(ProviderUnavailable.class);
    }

    /** A mail server that says 250 to everything but what {@code answers} says otherwise. */
    private SmtpServer server(Map<String, String> answers) {
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                serve(answers);
            }
        });
        return smtp();
    }

    private void serve(Map<String, String> answers) {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 ready\r\n");
            out.flush();
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = data ? line : line.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
                if (data && !command.equals(".")) {
                    continue;
                }
                data = command.equals("DATA");
                String answer = answers.getOrDefault(command, data ? "354 go on" : "250 ok");
                if (answer.equals(DROP)) {
                    return;
                }
                out.print(answer + "\r\n");
                out.flush();
            }
        } catch (IOException expected) {
            // the client has gone, or the test is over
        }
    }

    private SmtpServer smtp() {
        SmtpSettings settings = new SmtpSettings(
                "127.0.0.1", socket.getLocalPort(), null, null, false, "hello@ullmere.example", Duration.ofSeconds(3));
        return new SmtpServer(settings, messageId -> Optional.empty());
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
