package io.tillflow.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final Path CONTRACT = Path.of("../../docs/architecture.md");

    @Test
    void countsFromTheBase() {
        Ports ports = new Ports(9100);

        assertThat(ports.of(Port.SHOP)).isEqualTo(9100);
        assertThat(ports.url(Port.GATEWAY)).hasToString("http://127.0.0.1:9104");
    }

    @Test
    void isTheTableOfTheContract() throws IOException {
        List<Integer> documented = Pattern.compile("(?m)^\\| ((?:\\+\\d(?:, )?)+) \\|")
                .matcher(Files.readString(CONTRACT))
                .results()
                .map(MatchResult::group)
                .flatMap(row -> Pattern.compile("\\+(\\d)").matcher(row).results())
                .map(offset -> Integer.valueOf(offset.group(1)))
                .sorted()
                .toList();

        assertThat(Arrays.stream(Port.values()).map(Port::offset).sorted()).containsExactlyElementsOf(documented);
    }
}
