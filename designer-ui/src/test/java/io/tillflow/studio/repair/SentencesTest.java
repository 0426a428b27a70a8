package io.tillflow.studio.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.studio.repair.Plan.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps a repair from being done is said in words that exist. */
class SentencesTest {

    private static final Pattern WHY = Pattern.compile(
            "(?:Problem\\.of|problem|boundaryEvents|eventSubProcesses)\\((?:[^;]*?, |\\s*\"\", )\"([a-z-]*[a-z])\"");

    @Test
    void everyReasonHasASentence() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/tillflow/studio/repair"))) {
            for (Path source : sources.toList()) {
                Matcher found = WHY.matcher(Files.readString(source));
                while (found.find()) {
                    said.add(found.group(1));
                }
            }
        }
        said.removeAll(Set.of("now", "then"));
        assertThat(said)
                .hasSizeGreaterThan(20)
                .allSatisfy(why -> assertThat(Sentences.english(why, List.of("one", "two")))
                        .isNotEmpty());
    }

    @Test
    void namesAreSaidAsTheyAre() {
        Problem problem = Problem.of("look", "many-scopes", "Look {0} at 'it'", 3);
        assertThat(problem.message()).startsWith("\"Look {0} at 'it'\" runs 3 times");
        assertThat(problem.with()).containsExactly("Look {0} at 'it'", "3");
    }
}
