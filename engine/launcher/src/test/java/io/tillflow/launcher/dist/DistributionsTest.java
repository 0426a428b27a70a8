package io.tillflow.launcher.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionsTest {

    @TempDir
    private Path folder;

    @Test
    void refusesABrokenDownloadAndLeavesNothing() throws IOException {
        Files.writeString(folder.resolve(Distribution.ZEEBE.file()), "half a download");
        Distributions distributions = new Distributions(folder, folder.resolve("dist"));

        assertThatThrownBy(() -> distributions.provide(Distribution.ZEEBE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is not the file it should be")
                .hasMessageContaining("delete it and its copy");
        assertThat(folder.resolve("dist").resolve(Distribution.ZEEBE.folder())).doesNotExist();
    }

    @Test
    void saysHowToGetWhatIsMissing() {
        Distributions distributions = new Distributions(folder, folder.resolve("dist"));

        assertThatThrownBy(() -> distributions.provide(Distribution.ZEEBE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("run ./tillflow build");
    }

    @Test
    void whatEarlierReleasesUnpackedOfTheBrokerIsDeleted() throws IOException {
        Path dist = folder.resolve("dist");
        Files.createDirectories(dist.resolve("zeebe-8.5.7/lib"));
        Files.createDirectories(dist.resolve("postgres-18.6.0"));
        Files.createDirectories(dist.resolve(Distribution.ZEEBE.folder()));

        new Distributions(folder, dist).provide(Distribution.ZEEBE);

        assertThat(dist.toFile().list()).containsExactlyInAnyOrder("postgres-18.6.0", Distribution.ZEEBE.folder());
    }

    @Test
    void dropsTheTopFolderAndKeepsWhatMayBeExecuted() throws IOException {
        Path archive = tarGz(entry("zeebe/bin/run", 0755), entry("zeebe/lib/a.jar", 0644));

        Unpacker.tarGz(archive, folder.resolve("out"));

        assertThat(Files.isExecutable(folder.resolve("out/bin/run"))).isTrue();
        assertThat(Files.isExecutable(folder.resolve("out/lib/a.jar"))).isFalse();
    }

    @Test
    void staysInsideTheFolder() throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("zeebe/away", TarArchiveEntry.LF_SYMLINK);
        link.setLinkName("../../away");

        Path escapes = tarGz(entry("../../../outside", 0644));
        assertThatThrownBy(() -> Unpacker.tarGz(escapes, folder.resolve("out")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leaves the folder");
        Path links = tarGz(link);
        assertThatThrownBy(() -> Unpacker.tarGz(links, folder.resolve("out")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leaves the folder");
    }

    private static TarArchiveEntry entry(String name, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(4);
        return entry;
    }

    private Path tarGz(TarArchiveEntry... entries) throws IOException {
        Path archive = Files.createTempFile(folder, "archive", ".tar.gz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                if (!entry.isSymbolicLink()) {
                    tar.write("text".getBytes(StandardCharsets.UTF_8));
                }
                tar.closeArchiveEntry();
            }
        }
        return archive;
    }

    @Test
    void knowsTheBinariesOfEachMachine() {
        assertThat(Distribution.machine("Linux", "amd64")).isEqualTo("linux-amd64");
        assertThat(Distribution.machine("Mac OS X", "x86_64")).isEqualTo("mac-amd64");
        assertThat(Distribution.machine("Mac OS X", "aarch64")).isEqualTo("mac-aarch64");
    }
}
