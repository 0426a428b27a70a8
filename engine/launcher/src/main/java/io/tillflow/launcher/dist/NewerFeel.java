package io.tillflow.launcher.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives the broker the FEEL engine that everything else here uses. The one that comes with it makes all built-in
 * functions anew for every expression and every cell of a table; see docs/adr/0038.
 */
final class NewerFeel {

    static final String VERSION = "1.18.5";

    private static final Map<String, String> JARS = Map.of(
            "feel-engine-" + VERSION + ".jar",
            "b8163c3f4cac10f6499422f8a8fb80834d7b5946b08055cdae3257a42a233f46",
            "java-uuid-generator-5.1.0.jar",
            "ef66f9c90fb18b4b9f2b1c0cc01b686a3c2dbd07384874533caa5f4556e24a43");

    private NewerFeel() {}

    static void apply(Path archives, Path lib) throws IOException {
        for (Path former : formerOnes(lib)) {
            Files.delete(former);
        }
        for (Map.Entry<String, String> jar : JARS.entrySet()) {
            Path newer = archives.resolve(jar.getKey());
            Distributions.need(newer);
            Digest.check(newer, jar.getValue());
            Files.copy(newer, lib.resolve(jar.getKey()));
        }
    }

    private static List<Path> formerOnes(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("feel-engine-"))
                    .toList();
        }
    }
}
