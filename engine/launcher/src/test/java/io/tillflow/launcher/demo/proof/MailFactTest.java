package io.tillflow.launcher.demo.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailFactTest {
    private static final Path LETTERS = Path.of("../../connectors/messaging/src/main/resources/letters");

    @ParameterizedTest
    @ValueSource(strings = {"", "de"})
    void knowsTheLettersThatTheSuiteSendsByTheirSubjects(String language) throws IOException {
        OrderFact order = new Books().facts().orders().getFirst();
        for (Path letter : letters(language)) {
            String subject = Files.readAllLines(letter)
                    .getFirst()
                    .replace("subject: ", "")
                    .replace("{{number}}", order.number());
            MailFact mail = new MailFact("1", order.email(), subject, "");
            String name = letter.getFileName().toString();
            assertThat(mail.confirms(order)).as(subject).isEqualTo(name.equals("order-confirmation.txt"));
            assertThat(mail.answers(order)).as(subject).isEqualTo(name.equals("support-answer.txt"));
        }
    }

    private static List<Path> letters(String language) throws IOException {
        try (var files = Files.list(LETTERS.resolve(language))) {
            List<Path> letters =
                    files.filter(file -> file.toString().endsWith(".txt")).toList();
            assertThat(letters).hasSizeGreaterThan(10);
            return letters;
        }
    }
}
