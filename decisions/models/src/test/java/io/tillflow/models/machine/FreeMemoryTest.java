package io.tillflow.models.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMemoryTest {
    private static final long MEGA = 1 << 20;

    @TempDir
    private Path root;

    private FreeMemory memory() {
        return new FreeMemory(root, () -> 100 * MEGA);
    }

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void group(String path, String limit, long used, long given) throws IOException {
        file("sys/fs/cgroup/" + path + "memory.max", limit + "\n");
        file("sys/fs/cgroup/" + path + "memory.current", used * MEGA + "\n");
        file("sys/fs/cgroup/" + path + "memory.stat", "anon 5\ninactive_file " + given * MEGA + "\nactive_file 7\n");
    }

    @Test
    void whereNothingIsSaidThereIsRoomAndTheHeapCounts() {
        assertThat(memory().outside()).isEmpty();
        assertThat(memory().missing(400 * MEGA, 100 * MEGA)).isEmpty();
        assertThat(memory().missing(0, 101 * MEGA)).contains("100 MB of heap are free, 101 MB are wanted");
    }

    @Test
    void theMachineSaysWhatIsAvailable() throws IOException {
        file("proc/meminfo", "MemTotal:  8000000 kB\nMemFree:  1 kB\nMemAvailable:   409599 kB\n");
        assertThat(memory().missing(400 * MEGA, 0)).contains("399 MB of memory are free, 400 MB are wanted");
        file("proc/meminfo", "MemAvailable:   409600 kB\n");
        assertThat(memory().missing(400 * MEGA, 0)).isEmpty();
    }

    @Test
    void aContainersLimitCountsAndWhatItsFilesGiveBackIsFree() throws IOException {
        file("proc/meminfo", "MemAvailable:   8000000 kB\n");
        file("proc/self/cgroup", "0::/\n");
        group("", String.valueOf(512 * MEGA), 400, 50);
        assertThat(memory().outside()).hasValue(162 * MEGA);
        group("", "max", 400, 50);
        assertThat(memory().outside()).hasValue(8_000_000L * 1024);
    }

    @Test
    void theNarrowestOfTheGroupsAroundCounts() throws IOException {
        file("proc/self/cgroup", "0::/shop.slice/storefront.service\n");
        group("shop.slice/storefront.service/", String.valueOf(900 * MEGA), 300, 0);
        group("shop.slice/", String.valueOf(1000 * MEGA), 950, 0);
        assertThat(memory().outside()).hasValue(50 * MEGA);
        file("proc/self/cgroup", "0::/../of-the-host\n");
        assertThat(memory().outside())
                .as("not to be seen from here, and the top has no limit")
                .isEmpty();
    }

    @Test
    void theFirstVersionOfGroupsIsReadToo() throws IOException {
        file("proc/self/cgroup", "5:cpu,cpuacct:/\n4:memory:/docker/abc\n0::/\n");
        String top = "sys/fs/cgroup/memory/";
        file(top + "memory.limit_in_bytes", 300 * MEGA + "\n");
        file(top + "memory.usage_in_bytes", 250 * MEGA + "\n");
        file(top + "memory.stat", "inactive_file 1\ntotal_inactive_file " + 20 * MEGA + "\n");
        assertThat(memory().outside())
                .as("a container sees its own group as the top")
                .hasValue(70 * MEGA);
    }

    @Test
    void hereThereIsSomethingLeft() {
        assertThat(new FreeMemory().missing(1, 1)).isEmpty();
        assertThat(new FreeMemory().missing(0, Long.MAX_VALUE)).isPresent();
    }
}
