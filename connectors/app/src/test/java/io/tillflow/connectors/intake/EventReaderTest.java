package io.tillflow.connectors.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
    private static final String GOOD =
            "{\"source\":\"shop\",\"id\":\"e1\",\"type\":\"order-placed\",\"subject\":\"7f3\",\"time\":\"2026-01-31T10:30:00+01:00\",\"data\":{\"a\":1}}";

    @Test
    void readsABatch() {
        assertThat(EventReader.read(("[" + GOOD + "]").getBytes(UTF_8)))
                .containsExactly(new Event(
                        "shop", "e1", "order-placed", "7f3", Instant.parse("2026-01-31T09:30:00Z"), "{\"a\":1}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"id\":\"e1\"`, `\"id\":\"\"`, id",
                "`\"id\":\"e1\"`, `\"id\":7`, id must be a text",
                "`order-placed`, `Order Placed`, type must be words",
                "`\"subject\":\"7f3\",`, ``, subject must be a text",
                "`2026-01-31T10:30:00+01:00`, `yesterday`, time must be an instant",
                "`{\"a\":1}`, `[1]`, data must be an object",
                "`shop`, `sh\\u0000op`, source must have"
            })
    void namesWhatIsWrong(String good, String bad, String problem) {
        String batch = "[" + GOOD + "," + GOOD.replace(good, bad == null ? "" : bad) + "]";
        assertThatThrownBy(() -> EventReader.read(batch.getBytes(UTF_8)))
                .isInstanceOf(EventReader.MalformedEvent.class)
                .hasMessageContaining("event 1")
                .hasMessageContaining(problem);
    }

    @Test
    void refusesWhatIsNoBatch() {
        for (String body : new String[] {"", "{", "{}", "[]", "null", many(101)}) {
            assertThatThrownBy(() -> EventReader.read(body.getBytes(UTF_8)))
                    .isInstanceOf(EventReader.MalformedEvent.class);
        }
        assertThat(EventReader.read(many(100).getBytes(UTF_8))).hasSize(100);
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(i -> GOOD).collect(Collectors.joining(",", "[", "]"));
    }
}
