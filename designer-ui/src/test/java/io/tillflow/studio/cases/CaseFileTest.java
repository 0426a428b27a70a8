package io.tillflow.studio.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class CaseFileTest {

    @Test
    void shippedFilesAreWrittenAsTheyAreRead() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:/models/**/*.cases.json");
        assertThat(files).hasSizeGreaterThan(8);
        for (Resource file : files) {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            assertThat(CaseFile.text(CaseFile.read(text)))
                    .as(file.getFilename())
                    .isEqualTo(text);
        }
    }

    @Test
    void whatIsWrongIsToldByRowAndColumnAllAtOnce() {
        assertThatThrownBy(() -> CaseFile.read("""
                [{"case": "a", "facts": {"x": 1}},
                 {"case": "a", "facts": {"x": 2}},
                 {"case": "b", "facts": {"x": 1}},
                 {"case": " ", "facts": {"x": 3}},
                 {"case": "c", "facts": 4},
                 {"case": "d", "facts": {}, "rules": []},
                 7]"""))
                .isInstanceOf(CasesRefused.class)
                .hasMessageContaining("row 2, case: \"a\" is the name of row 1, too")
                .hasMessageContaining("row 3: it asks the same as row 1")
                .hasMessageContaining("row 4, case: a case needs a name")
                .hasMessageContaining("row 5, facts: expected facts")
                .hasMessageContaining("row 6, rules: means nothing here")
                .hasMessageContaining("row 7: expected a case");
    }

    @Test
    void whatIsNoFileOfCasesIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> CaseFile.read("[{\"case\": \"a\",\n \"facts\": }]"))
                .hasMessageContaining("not readable JSON in line 2");
        assertThatThrownBy(() -> CaseFile.read("{}")).hasMessageContaining("expected a list of cases");
        assertThatThrownBy(() -> CaseFile.read("[{\"case\": \"a\", \"facts\": {\"x\": 1, \"x\": 2}}]"))
                .isInstanceOf(CasesRefused.class);
        String many = IntStream.range(0, 10_000)
                .mapToObj(it -> "{\"case\": \"" + it + "\", \"facts\": {\"x\": " + it + "}}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThatThrownBy(() -> CaseFile.read(many))
                .hasMessage("row 1001: a model has at most 1000 cases, but these are 10000");
        assertThatThrownBy(() -> CaseFile.read("[" + " ".repeat(CaseFile.LARGEST) + "]"))
                .hasMessageContaining("at most 1 MB");
    }

    @Test
    void numbersStayAsTheyAreWritten() {
        String text = """
                [
                  {"case": "a", "decision": "tier", "facts": {"x": 0.10, "y": [1, {"z": null}]}, "rule": ["r1", "r2"], "output": 12345678901234567890.5}
                ]
                """;
        List<Case> cases = CaseFile.read(text);
        assertThat(cases.getFirst().rules()).containsExactly("r1", "r2");
        assertThat(CaseFile.text(cases)).isEqualTo(text);
    }
}
