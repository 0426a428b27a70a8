package io.tillflow.studio.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.engine.CommandFailed;
import io.tillflow.studio.bundle.BundleFailed;
import io.tillflow.studio.bundle.EditorBundle;
import io.tillflow.studio.markup.Losses;
import io.tillflow.studio.play.PlayEngine;
import io.tillflow.studio.roundtrip.Editors;
import io.tillflow.studio.roundtrip.Fidelity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of anybody's models, {@code -Dmodels.folder=FOLDER}: each is judged here and by the sandbox engine, and opened and saved as the
 * editor would. Writes a line for each to {@code target/models-of-others.tsv}; none is part of the project.
 */
@EnabledIfSystemProperty(named = "models.folder", matches = ".+")
class ModelsOfOthersTest {
    private static final int A_JVM = 250;
    private static final Path TABLE = Path.of("target", "models-of-others.tsv");

    private final EditorBundle bundle = new EditorBundle();
    private final Fidelity fidelity = Editors.fidelity(bundle);
    private final Lint lint = lint();

    /**
     * What became of one.
     *
     * @param here the first error here; empty when it would be sent
     * @param engine why the engine refuses it; empty when it takes it
     * @param nowhere whether the engine's reason is shown at no element of the file
     * @param lost what opening and saving lost or changed
     */
    private record Line(String path, String here, String engine, boolean nowhere, String lost) {
        String verdict() {
            if (!engine.isEmpty() && here.isEmpty()) {
                return "unseen";
            }
            return engine.isEmpty() && !here.isEmpty() ? "wronged" : engine.isEmpty() ? "taken" : "refused";
        }

        String row() {
            return String.join("\t", verdict(), lost.isEmpty() ? "kept" : "lost", path, here, engine, lost)
                    .replace("\n", " ");
        }
    }

    private Lint lint() {
        Landscape everything = new CorpusTest.EverythingIsThere();
        return new Lint(
                new BpmnLinter(bundle, new JsonMapper()),
                new DmnRules(),
                new OwnRules(everything),
                new KnownData(everything));
    }

    @Test
    void areJudgedHereAsTheEngineJudgesThemAndLoseNothing() throws IOException {
        List<Line> lines = judge(files(Path.of(System.getProperty("models.folder"))));
        System.out.println(lines.size() + " models, " + count(lines, "taken") + " taken by both, "
                + count(lines, "refused") + " refused by both; a line for each in " + TABLE.toAbsolutePath());
        assertThat(lines.stream().filter(it -> it.verdict().equals("unseen"))).isEmpty();
        assertThat(lines.stream().filter(it -> it.verdict().equals("wronged"))).isEmpty();
        assertThat(lines.stream().filter(Line::nowhere)).isEmpty();
        assertThat(lines.stream().filter(it -> !it.lost().isEmpty())).isEmpty();
    }

    private static long count(List<Line> lines, String verdict) {
        return lines.stream().filter(it -> it.verdict().equals(verdict)).count();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(it -> it.toString().matches(".*\\.(bpmn|dmn|form)") && Files.isRegularFile(it))
                    .sorted()
                    .toList();
        }
    }

    /** Written line by line, so that it can be read before all are through. */
    private List<Line> judge(List<Path> files) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (PrintWriter table = new PrintWriter(Files.newBufferedWriter(TABLE), true)) {
            for (int from = 0; from < files.size(); from += A_JVM) {
                try (PlayEngine engine = PlayEngine.start()) {
                    for (Path path : files.subList(from, Math.min(files.size(), from + A_JVM))) {
                        Line line = judged(engine, path);
                        lines.add(line);
                        table.println(line.row());
                    }
                }
            }
        }
        bundle.close();
        return lines;
    }

    /** A file that something here fails at is a difference like any other. */
    private Line judged(PlayEngine engine, Path path) throws IOException {
        try {
            return line(engine, path);
        } catch (RuntimeException failed) {
            return new Line(path.toString(), "failed: " + failed, "", false, "");
        }
    }

    private Line line(PlayEngine engine, Path path) throws IOException {
        ModelFile file = new ModelFile("model" + path.toString().replaceFirst(".*\\.", "."), Files.readAllBytes(path));
        String here = lint.check(List.of(file)).stream()
                .filter(Finding::isError)
                .findFirst()
                .map(it -> it.rule() + " at " + it.elementId() + ": " + it.message())
                .orElse("");
        List<Finding> reasons = refusal(engine, file);
        boolean nowhere = file.kind() == ModelFile.Kind.BPMN
                && here.isEmpty()
                && reasons.stream().anyMatch(it -> !file.text().contains("id=\"" + it.elementId() + "\""));
        String engineSays = reasons.stream()
                .findFirst()
                .map(it -> it.elementId() + ": " + it.message())
                .orElse("");
        return new Line(path.toString(), here, engineSays, nowhere, lost(file));
    }

    private static List<Finding> refusal(PlayEngine engine, ModelFile file) {
        try {
            engine.deploy(List.of(file));
            return List.of();
        } catch (CommandFailed refused) {
            return BrokerAnswer.findings(String.valueOf(refused.getMessage()), List.of(file.name()));
        }
    }

    /** Of what can be opened; what cannot is no loss, it is said. */
    private String lost(ModelFile file) {
        if (!(lint.read(file) instanceof Lint.Reading.Text(String text))) {
            return "";
        }
        try {
            Losses losses = fidelity.roundtrip(file.kind(), text).losses();
            return Stream.concat(losses.lost().stream(), losses.changed().stream())
                    .map(Losses.Item::path)
                    .limit(3)
                    .reduce("", (a, b) -> a + " " + b)
                    .strip();
        } catch (BundleFailed unreadable) {
            return "";
        }
    }
}
