package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.process.Poll;
import io.tillflow.launcher.supervisor.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows the end of the logs.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration FOREVER = Duration.ofDays(365);

    @Mixin
    private CopyOptions options = new CopyOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "launcher, postgres, zeebe, connectors, storefront, studio")
    private @Nullable String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is written.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "40",
            paramLabel = "N",
            description = "How many lines (default 40).")
    private int count;

    @Override
    public Integer call() throws IOException {
        Path folder = options.settings(Map.of()).folders().logs();
        List<Path> logs = name == null ? all(folder) : List.of(one(folder, name));
        boolean named = logs.size() > 1;
        List<Follower> followers = logs.stream()
                .map(log -> new Follower(log, size(log), text -> print(log, named, text)))
                .toList();
        logs.forEach(log -> LogTail.lines(log, count).forEach(line -> print(log, named, line + "\n")));
        if (follow) {
            Poll.until(FOREVER, STEP, () -> {
                followers.forEach(Follower::show);
                return false;
            });
        }
        return 0;
    }

    private static List<Path> all(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Trouble("There are no logs in " + folder + " yet: start the suite with ./tillflow up.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static Path one(Path folder, String name) throws IOException {
        Path log = folder.resolve(name + ".log");
        List<Path> known = all(folder);
        if (!known.contains(log)) {
            throw new Trouble("There is no log named \"" + name + "\": choose one of "
                    + known.stream().map(LogsCommand::title).collect(Collectors.joining(", ")) + ".");
        }
        return log;
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            return 0;
        }
    }

    private static String title(Path log) {
        return log.getFileName().toString().replace(".log", "");
    }

    private static void print(Path log, boolean named, String text) {
        String prefix = named ? String.format("%-11s| ", title(log)) : "";
        text.lines().forEach(line -> System.out.println(prefix + line));
        System.out.flush();
    }
}
