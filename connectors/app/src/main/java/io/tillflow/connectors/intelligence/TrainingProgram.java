package io.tillflow.connectors.intelligence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Starts a JVM of its own for one training: bounded in heap and time, nice to everything else, gone afterwards. */
@Component
class TrainingProgram {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int DID_NOT_HOLD = 1;
    private static final int OUT_OF_MEMORY = 3;
    private static final List<Path> NICE = List.of(Path.of("/usr/bin/nice"), Path.of("/bin/nice"));

    private final TrainingSettings settings;

    TrainingProgram(TrainingSettings settings) {
        this.settings = settings;
    }

    /** Why nothing can be trained here; empty when it can. */
    Optional<String> hindrance() {
        if (settings.modelsJar().isBlank()) {
            return Optional.of(
                    "no training program is set: TILLFLOW_MODELS_JAR names the models.jar with its lib folder");
        }
        return Files.isReadable(Path.of(settings.modelsJar()))
                ? Optional.empty()
                : Optional.of("the training program " + settings.modelsJar() + " is not there: run ./tillflow build");
    }

    /** The files of one training, in a folder of its own. */
    record Papers(Path data, Path out, Optional<Path> live, int seen) {}

    /** Tries the recipe out and leaves the model behind, or says what is missing. */
    Verdict run(String model, Papers files) throws IOException, InterruptedException {
        Path said = files.out().resolveSibling("answer.json");
        List<String> words = new ArrayList<>(List.of(
                "train",
                model,
                "--with-caller",
                "--data",
                files.data().toString(),
                "--out",
                files.out().toString(),
                "--seen",
                "" + files.seen()));
        files.live().ifPresent(live -> words.addAll(List.of("--live", live.toString())));
        Ended ended = start("the training of " + model, words, said);
        return answer(model, ended.exit(), Files.readString(said), ended.log());
    }

    /** Lets a kept model score every case as of a day; the scores are comma-separated values with a header. */
    void score(Path model, Path data, LocalDate asOf, Path scores) throws IOException, InterruptedException {
        List<String> words =
                List.of("predict", model.toString(), "--data", data.toString(), "--as-of", asOf.toString());
        Ended ended = start("the scoring by " + model.getFileName(), words, scores);
        if (ended.exit() != 0) {
            throw new IllegalStateException(
                    "the scoring ended with exit code " + ended.exit() + ": " + firstLine(ended.log()));
        }
    }

    private record Ended(int exit, String log) {}

    private Ended start(String what, List<String> words, Path said) throws IOException, InterruptedException {
        Path log = said.resolveSibling("program.log");
        List<String> command = new ArrayList<>(jvm());
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(settings.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(what + " took longer than " + settings.limit()
                        + " and was stopped: TILLFLOW_TRAINING_LIMIT allows more");
            }
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(log));
    }

    private List<String> jvm() {
        Path jar = Path.of(settings.modelsJar()).toAbsolutePath();
        List<String> command = new ArrayList<>();
        NICE.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "15")));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memory(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ActiveProcessorCount=1",
                "-cp",
                jar + java.io.File.pathSeparator + jar.resolveSibling("lib") + java.io.File.separator + "*",
                "io.tillflow.models.cli.Main"));
        return command;
    }

    private Verdict answer(String model, int exit, String said, String log) {
        if (exit == OUT_OF_MEMORY) {
            throw new IllegalStateException("the training of " + model + " needs more than " + settings.memory()
                    + " of heap: TILLFLOW_TRAINING_MEMORY allows more");
        }
        try {
            if ((exit == 0 || exit == DID_NOT_HOLD) && !said.isBlank()) {
                return JSON.readValue(said.getBytes(StandardCharsets.UTF_8), Verdict.class);
            }
        } catch (JacksonException noAnswer) {
            // told below, with what it said instead
        }
        throw new IllegalStateException(
                "the training of " + model + " ended with exit code " + exit + ": " + firstLine(log));
    }

    private static String firstLine(String log) {
        return log.lines().filter(line -> !line.isBlank()).findFirst().orElse("it said nothing");
    }
}
