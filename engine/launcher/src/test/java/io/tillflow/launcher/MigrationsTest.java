package io.tillflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two migrations of one number would only fail where there is a database. */
class MigrationsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern NAME = Pattern.compile("V([\\d_]+?)__.+\\.sql");

    @Test
    void noTwoOfASeriesHaveTheSameNumber() throws IOException {
        Map<String, List<String>> numbers = new TreeMap<>();
        Matcher module = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
        while (module.find()) {
            for (Path file : files(ROOT.resolve(module.group(1)).resolve("src/main/resources/db"))) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    numbers.computeIfAbsent(series(module.group(1), file), any -> new ArrayList<>())
                            .add(name.group(1));
                }
            }
        }
        assertThat(numbers.keySet())
                .containsExactly("connectors", "designer-ui", "history", "intelligence", "storefront");
        assertThat(numbers)
                .allSatisfy((series, used) -> assertThat(used).as(series).doesNotHaveDuplicates());
    }

    /** Folders of one name come together on the class path of the connectors; those of shop and studio stay apart. */
    private static String series(String module, Path file) {
        String folder = String.valueOf(file.getName(file.getNameCount() - 2));
        return folder.equals("migration") ? module : folder;
    }

    private static List<Path> files(Path db) throws IOException {
        if (!Files.isDirectory(db)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(db)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
