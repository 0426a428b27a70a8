package io.tillflow.connectors.data.files.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.data.files.Expected;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.FileStoreContract;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest extends FileStoreContract {
    private static final Expected ANYTHING = new Expected.Anything();

    @TempDir
    private static Path machine;

    private final LocalFiles files = new LocalFiles(machine.resolve("documents"));

    @Override
    protected FileStore store() {
        return files;
    }

    @Test
    void leavesNothingHalfWrittenBeside() throws IOException {
        files.write(new FilePath("whole/one.json"), bytes("[]"), ANYTHING);
        try (Stream<Path> left = Files.list(machine.resolve("documents/whole"))) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("one.json");
        }
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        Path outside = Files.createDirectories(machine.resolve("outside"));
        Files.writeString(outside.resolve("secret.csv"), "keep");
        Files.createDirectories(machine.resolve("documents"));
        Files.createSymbolicLink(machine.resolve("documents/away"), outside);
        Files.createSymbolicLink(machine.resolve("documents/straight.csv"), outside.resolve("secret.csv"));
        for (String path : new String[] {"away/secret.csv", "away/new/deep.csv", "straight.csv"}) {
            assertThatThrownBy(() -> files.read(new FilePath(path), 100))
                    .hasMessageContaining("a link leads out of it");
            assertThatThrownBy(() -> files.write(new FilePath(path), bytes("x"), ANYTHING))
                    .hasMessageContaining("a link leads out of it");
        }
        assertThat(outside.resolve("secret.csv")).hasContent("keep");
        assertThat(outside.resolve("new")).doesNotExist();
    }

    @Test
    void aDiskThatRefusesIsPassingTroubleThatTellsNoPathOfTheMachine() throws IOException {
        Path inTheWay = Files.writeString(machine.resolve("a-file"), "no folder");
        assertThatThrownBy(() -> new LocalFiles(inTheWay).write(new FilePath("reports/one.csv"), bytes("x"), ANYTHING))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("reports/one.csv")
                .hasMessageNotContaining(machine.toString());
    }
}
