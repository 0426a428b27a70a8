package io.tillflow.launcher.suite;

import io.tillflow.launcher.dist.Distributions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How every child JVM is started: small heap, one collector thread, quick start. What is only warm waits four times as long
 * as by default for the optimizing compiler, which otherwise takes more than a quarter of a start's processor time.
 */
final class Jvm {

    /**
     * For an app that people use now and then. Its start needs a third less processor time, and it never computes long
     * enough for the optimizing compiler to pay. The broker and the apps that carry orders do: with this they need
     * twice the processor time for an order.
     */
    static final String QUICK_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    /**
     * Spring 7 brings two readers of class files in its jar; the one for Java 24 and later takes a tenth of a start's
     * processor time longer than the one for all.
     */
    static final String JARS_AS_OF_21 = "-Djdk.util.jar.version=21";

    /** For an application whose build has written down what its beans are (Spring's process-aot). */
    static final String BEANS_KNOWN_AHEAD = "-Dspring.aot.enabled=true";

    private Jvm() {}

    static List<String> command(Path scratch, String heap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heap,
                "-Xms48m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:Tier4InvocationThreshold=20000",
                "-XX:Tier4MinInvocationThreshold=2400",
                "-XX:Tier4CompileThreshold=60000",
                "-XX:Tier4BackEdgeThreshold=160000",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.io.tmpdir=" + scratch));
        return command;
    }

    /** An empty folder for temporary files: servers and libraries leave theirs behind when they are killed. */
    static void clear(Path scratch) throws IOException {
        Distributions.delete(scratch);
        Files.createDirectories(scratch);
    }

    /** Written when the JVM ends, used from its next start on; a stale one is ignored and replaced. */
    static List<String> sharing(Path archive) {
        return List.of(
                "-XX:SharedArchiveFile=" + archive,
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:disable",
                "-Xlog:all=error:stderr");
    }
}
