package io.tillflow.studio.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.engine.CommandFailed;
import io.tillflow.studio.bundle.EditorBundle;
import io.tillflow.studio.play.PlayEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Everything that can be drawn, judged here and by the engine: neither knows of a mistake that the other does not find. */
class CorpusTest {
    private static final EditorBundle BUNDLE = new EditorBundle();
    private static final Map<String, String> MODELS = Corpus.models();

    /** The engine takes it and passes over what it says, so it would run otherwise than drawn; here that is an error. */
    private static final String PASSED_OVER = "task in a loop";

    /** The engine cannot even read them, so it names no element. */
    private static final Set<String> UNREAD =
            Set.of("step with a way that is gone", "way to nowhere", "way from nowhere", "edge of nothing");

    private static final Map<String, List<Finding>> HERE = new LinkedHashMap<>();
    private static final Set<String> SENTENCES = new TreeSet<>();
    private static final Map<String, List<Finding>> ENGINE = new LinkedHashMap<>();

    @BeforeAll
    static void judge() {
        Landscape everything = new EverythingIsThere();
        Lint lint = new Lint(
                new BpmnLinter(BUNDLE, new JsonMapper()),
                new DmnRules(),
                new OwnRules(everything),
                new KnownData(everything));
        try (PlayEngine engine = PlayEngine.start()) {
            MODELS.forEach((name, xml) -> {
                ModelFile file = ModelFile.of("corpus.bpmn", xml);
                List<Finding> findings = lint.check(List.of(file));
                findings.forEach(it -> SENTENCES.add(it.message()));
                HERE.put(name, errors(findings));
                ENGINE.put(name, refusal(engine, file));
            });
        }
    }

    @AfterAll
    static void close() {
        BUNDLE.close();
    }

    private static List<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(Finding::isError).toList();
    }

    private static List<Finding> refusal(PlayEngine engine, ModelFile file) {
        try {
            engine.deploy(List.of(file));
            return List.of();
        } catch (CommandFailed refused) {
            return BrokerAnswer.findings(String.valueOf(refused.getMessage()), List.of(file.name()));
        }
    }

    @Test
    void thereIsEnoughOfBothKinds() {
        long accepted = ENGINE.values().stream().filter(List::isEmpty).count();
        assertThat(accepted).isGreaterThanOrEqualTo(100);
        assertThat(MODELS.size() - accepted).isGreaterThanOrEqualTo(100);
    }

    @Test
    void whatIsFoundIsSaidInGerman() {
        assertThat(SENTENCES).hasSizeGreaterThan(60);
        assertThat(SENTENCES)
                .filteredOn(it -> FindingWords.said(it, Locale.GERMAN).equals(FindingWords.said(it, Locale.UK)))
                .isEmpty();
        assertThat(SENTENCES)
                .allSatisfy(it -> assertThat(FindingWords.said(it, Locale.UK).replaceAll("[<>“”]", ""))
                        .isEqualTo(it.replaceAll("[<>“”]", "")));
        assertThat(SENTENCES)
                .map(it -> FindingWords.said(it, Locale.UK))
                .noneMatch(it -> it.matches("(?s)([^\"]*[^\"])?<.*"));
    }

    @Test
    void whatTheEngineRefusesIsAnErrorHereFirst() {
        List<String> unseen = new ArrayList<>();
        ENGINE.forEach((name, reasons) -> {
            if (!reasons.isEmpty() && HERE.getOrDefault(name, List.of()).isEmpty()) {
                unseen.add(name + ": " + reasons.getFirst().message());
            }
        });
        assertThat(unseen).isEmpty();
    }

    @Test
    void whatTheEngineTakesIsNoErrorHere() {
        List<String> wronged = new ArrayList<>();
        ENGINE.forEach((name, reasons) -> {
            List<Finding> here = HERE.getOrDefault(name, List.of());
            if (reasons.isEmpty() && !here.isEmpty() && !name.startsWith(PASSED_OVER)) {
                wronged.add(name + ": " + here.getFirst().rule() + ", "
                        + here.getFirst().message());
            }
        });
        assertThat(wronged).isEmpty();
    }

    @Test
    void eachRefusalNamesTheElement() {
        List<String> nowhere = new ArrayList<>();
        ENGINE.forEach((name, reasons) -> reasons.stream()
                .filter(it -> !UNREAD.contains(name))
                .filter(it -> !MODELS.getOrDefault(name, "").contains("id=\"" + it.elementId() + "\""))
                .forEach(it -> nowhere.add(name + ": \"" + it.elementId() + "\" " + it.message())));
        assertThat(nowhere).isEmpty();
    }

    /** What models refer to exists, so that only the drawing itself is judged. */
    static final class EverythingIsThere implements Landscape {
        @Override
        public Optional<BpmnOutline> live(String processId) {
            return Optional.empty();
        }

        @Override
        public boolean isUsed(String message, String processId) {
            return false;
        }

        @Override
        public boolean hasWorker(String jobType) {
            return true;
        }

        @Override
        public boolean isSent(String message) {
            return true;
        }

        @Override
        public List<String> forms() {
            return List.of();
        }

        @Override
        public boolean has(Thing thing, String id) {
            return true;
        }
    }
}
