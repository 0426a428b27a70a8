package io.tillflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.process.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script {@code ./tillflow}, with stand-ins for Java, Maven and Node. */
class ScriptTest {

    private static final Path SCRIPT = Path.of("../../tillflow");
    private static final List<String> TOOLS = List.of(
            "bash",
            "env",
            "dirname",
            "readlink",
            "sed",
            "sort",
            "find",
            "head",
            "tail",
            "wc",
            "mkdir",
            "touch",
            "tee",
            "mv",
            "awk",
            "grep",
            "xargs",
            "paste",
            "cat",
            "cp",
            "rm",
            "date");
    private static final List<String> JARS = List.of(
            "engine/exporter/target/exporter.jar",
            "engine/launcher/target/launcher.jar",
            "connectors/app/target/connectors.jar",
            "storefront/target/storefront.jar",
            "designer-ui/target/studio.jar",
            "decisions/models/target/models.jar");

    @TempDir
    private Path folder;

    private Path home;
    private Path bin;
    private final List<String> environment = new ArrayList<>();

    private record Outcome(int exit, String text) {}

    @BeforeEach
    void checkout() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.copy(SCRIPT, home.resolve("tillflow"));
        StringBuilder pom = new StringBuilder();
        List<String> modules = new ArrayList<>(List.of("processes"));
        JARS.forEach(jar -> modules.add(jar.substring(0, jar.indexOf("/target"))));
        for (String module : modules) {
            pom.append("<module>").append(module).append("</module>\n");
            write(module + "/pom.xml", "<project/>");
            write(module + "/src/main/java/A.java", "class A {}");
        }
        write("pom.xml", pom.toString());
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), Tool.find(tool).orElseThrow());
        }
        program(
                bin.resolve("mvn"),
                "echo \"$@\" ${TILLFLOW_SHOP_FORWARDED_HEADERS:-} >> " + folder.resolve("mvn.txt") + "; echo 'noise'\n"
                        + "echo '[INFO] Building Processes 0.1 [1/2]'; echo '[INFO] Building Shop 0.1 [2/2]'\n"
                        + "[ ! -e " + folder.resolve("broken")
                        + " ] || { echo '[ERROR] A.java does not compile'; exit 1; }\n"
                        + "mkdir -p " + jars(jar -> jar.resolveSibling("").toString()) + "; touch "
                        + jars(Path::toString)
                        + "\necho '[INFO] BUILD SUCCESS'");
        program(bin.resolve("node"), "echo v20.1.0");
        program(bin.resolve("npm"), "true");
        jdk("jdk", "25.0.1");
        environment.add("JAVA_HOME=" + folder.resolve("jdk"));
    }

    private String jars(java.util.function.Function<Path, String> part) {
        return String.join(" ", JARS.stream().map(home::resolve).map(part).toList());
    }

    private void jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(jdk.resolve("bin/java"), "echo \"java of " + name + ": $*\" ${TILLFLOW_SHOP_FORWARDED_HEADERS:-}");
        program(jdk.resolve("bin/javac"), "true");
    }

    @Test
    void buildsWhatIsMissingWithALineAModuleThenHandsOver() throws Exception {
        Outcome up = run("up", "--detach");

        assertThat(up.exit()).as(up.text()).isZero();
        assertThat(up.text())
                .contains("[1/2] Processes", "[2/2] Shop", "Built in")
                .doesNotContain("noise")
                .containsPattern("java of jdk: .* -jar " + home + "/target/run/launcher-\\d+\\.jar up --detach");
        assertThat(home.resolve("target/build.log")).content().contains("noise");
    }

    @Test
    void runsACopyThatTheNextBuildLeavesAsItIs() throws Exception {
        Path built = home.resolve("engine/launcher/target/launcher.jar");
        run("build");
        Files.writeString(built, "first");
        Files.setLastModifiedTime(built, FileTime.fromMillis(1_000));
        run("status");
        Path running = home.resolve("target/run/launcher-1.jar");
        assertThat(running).hasContent("first");

        Files.writeString(built, "next");
        assertThat(running).hasContent("first");
        assertThat(run("status").text()).contains("target/run/launcher-").doesNotContain(running.toString());
    }

    @Test
    void buildsNothingTwice() throws Exception {
        run("build");
        run("up");
        run("status");

        assertThat(mavenCalls()).containsExactly("-B -ntp -Dquick -DskipTests package");
    }

    @Test
    void buildsOnlyTheAppThatChanged() throws Exception {
        run("build");
        change("storefront/src/main/java/A.java");

        run("up");

        assertThat(mavenCalls()).last().isEqualTo("-B -ntp -Dquick -DskipTests -pl storefront -am package");
    }

    @Test
    void buildsAllWhenAllUseWhatChanged() throws Exception {
        run("build");
        change("processes/src/main/java/A.java");

        run("up");

        assertThat(mavenCalls()).hasSize(2).last().isEqualTo("-B -ntp -Dquick -DskipTests package");
    }

    @Test
    void answersStatusWithoutBuildingWhatIsBeingEdited() throws Exception {
        run("build");
        change("processes/src/main/java/A.java");

        assertThat(run("status", "--json").text()).containsPattern("launcher-\\d+\\.jar status --json");
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void showsWhyABuildFailedAndWhereTheRestIs() throws Exception {
        Files.createFile(folder.resolve("broken"));

        Outcome up = run("up");

        assertThat(up.exit()).isEqualTo(1);
        assertThat(up.text())
                .contains("[ERROR] A.java does not compile", "the whole output is in " + home + "/target/build.log")
                .doesNotContain("java of jdk");
    }

    @Test
    void buildsTheSameWhateverTheSuiteIsToldToDo() throws Exception {
        environment.add("TILLFLOW_SHOP_FORWARDED_HEADERS=framework");

        assertThat(run("up").text()).contains("up framework");
        assertThat(mavenCalls()).containsExactly("-B -ntp -Dquick -DskipTests package");
    }

    @Test
    void passesOverAnOldJdk() throws Exception {
        jdk("old", "17.0.15");
        environment.set(0, "JAVA_HOME=" + folder.resolve("old"));
        Files.createSymbolicLink(bin.resolve("java"), folder.resolve("jdk/bin/java"));

        assertThat(run("up").text()).contains("java of jdk");
    }

    @Test
    void saysWhatIsMissingAndHowToGetIt() throws Exception {
        assertThat(run("test").text())
                .contains("The browser tests need Chromium")
                .contains("apt-get install chromium");
        program(bin.resolve("node"), "echo v18.19.0");
        assertThat(run("up").text()).contains("need Node.js 20 or newer, but this is v18.19.0");
        Files.delete(bin.resolve("node"));
        assertThat(run("up").text()).contains("bundled with Node.js 20 or newer");
        Files.delete(bin.resolve("mvn"));
        Outcome up = run("up");
        assertThat(up.text()).contains("built with Maven").contains("apt-get install maven");
        assertThat(up.exit()).isEqualTo(1);
    }

    @Test
    void testsEverythingAndAddsUpTheResults() throws Exception {
        program(bin.resolve("chromium"), "true");
        write(
                "processes/target/surefire-reports/TEST-a.xml",
                "<testsuite name=\"a\" tests=\"3\" errors=\"0\" skipped=\"1\" failures=\"1\">\n");
        write(
                "storefront/target/failsafe-reports/TEST-b.xml",
                "<testsuite name=\"b\" tests=\"4\" errors=\"0\" skipped=\"0\" failures=\"0\">\n");
        later("processes/target/surefire-reports/TEST-a.xml");
        later("storefront/target/failsafe-reports/TEST-b.xml");

        Outcome test = run("test");

        assertThat(test.exit()).as(test.text()).isZero();
        assertThat(test.text()).contains("Tests run: 7, Failures: 1, Errors: 0, Skipped: 1");
        assertThat(mavenCalls()).containsExactly("-B -ntp -T 2 verify");
    }

    private List<String> mavenCalls() throws IOException {
        return Files.readAllLines(folder.resolve("mvn.txt"));
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(1_000_000_000)));
    }

    private void change(String name) throws IOException {
        Files.writeString(home.resolve(name), "class A { int changed; }");
        later(name);
    }

    /** A minute after anything the script touches, whatever the file system's clock resolves. */
    private void later(String name) throws IOException {
        Path file = home.resolve(name);
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(home).toMillis() + 60_000));
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=" + bin, "HOME=" + folder));
        command.addAll(environment);
        command.add(home.resolve("tillflow").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }
}
