package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Models and scenarios between a studio and a folder of plain files. */
final class ProjectCommands {

    private static final String PATH = "/api/v1/project";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProjectCommands() {}

    @Command(
            name = "pull",
            description =
                    "Writes every model with its scenarios, cases and the data to begin with into a folder; what else is in it stays.",
            mixinStandardHelpOptions = true)
    static final class Pull implements Callable<Integer> {

        @Mixin
        private StudioAccess access = new StudioAccess();

        @Parameters(paramLabel = "FOLDER", description = "Made when it is not there.")
        private Path folder = Path.of(".");

        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            Files.createDirectories(folder);
            ObjectNode answer = JSON.createObjectNode();
            var written = answer.putArray("files");
            try (ZipInputStream zip =
                    new ZipInputStream(new ByteArrayInputStream(access.studio().download(PATH)))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    Path file = folder.resolve(entry.getName()).normalize();
                    if (!file.startsWith(folder.normalize())) {
                        throw new Trouble("The studio sent " + entry.getName() + ", which leads out of the folder.");
                    }
                    Files.createDirectories(file.toAbsolutePath().getParent());
                    Files.write(file, zip.readAllBytes());
                    written.add(entry.getName());
                }
            }
            if (json) {
                Documents.print(System.out, answer);
            } else {
                System.out.println(written.size() + " files in " + folder);
            }
            return 0;
        }
    }

    @Command(
            name = "push",
            description =
                    "Saves what differs in a folder as new versions; what somebody changed since the pull is a conflict.",
            mixinStandardHelpOptions = true)
    static final class Push implements Callable<Integer> {

        @Mixin
        private StudioAccess access = new StudioAccess();

        @Parameters(paramLabel = "FOLDER", description = "As a pull wrote it.")
        private Path folder = Path.of(".");

        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            if (!Files.isDirectory(folder)) {
                throw new Trouble("There is no folder " + folder + " to push.");
            }
            ObjectNode answer = Documents.withLists(access.studio().upload(PATH, zip(), "application/zip"), "files");
            if (json) {
                Documents.print(System.out, answer);
            } else {
                answer.get("files")
                        .forEach(line -> System.out.println(line.path("outcome").asString("") + "  "
                                + line.path("file").asString("") + "  "
                                + line.path("message").asString("")));
            }
            return answer.path("conflicts").asInt() == 0 ? 0 : 1;
        }

        private byte[] zip() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes);
                    Stream<Path> found = Files.walk(folder, 2)) {
                List<Path> files = found.filter(Files::isRegularFile)
                        .filter(
                                it -> it.toString()
                                        .matches(
                                                ".*(\\.bpmn|\\.dmn|\\.form|\\.scenarios[/\\\\].+\\.ya?ml|tillflow\\.json|\\.cases\\.json|\\.starts[/\\\\].+\\.json)"))
                        .sorted()
                        .toList();
                for (Path file : files) {
                    zip.putNextEntry(
                            new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                    zip.write(Files.readAllBytes(file));
                    zip.closeEntry();
                }
            }
            return bytes.toByteArray();
        }
    }
}
