package io.tillflow.studio.models;

import com.vaadin.flow.component.UI;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.lint.ModelFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Answers the expressions that somebody tries beside a drawing, or brings a form its data; playing a scenario for it takes a while. */
final class TrialCorner {
    private static final Logger LOG = LoggerFactory.getLogger(TrialCorner.class);
    private static final int LONGEST = 10_000;

    private final Trials trials;
    private final Model model;
    private final Editor editor;
    private final boolean mayPlay;

    private TrialCorner(Trials trials, Model model, Editor editor, boolean mayPlay) {
        this.trials = trials;
        this.mayPlay = mayPlay;
        this.model = model;
        this.editor = editor;
    }

    /** @param mayPlay whether a sandbox engine is started for this person */
    static void open(Trials trials, Model model, Editor editor, boolean mayPlay) {
        TrialCorner corner = new TrialCorner(trials, model, editor, mayPlay);
        editor.onTry(question -> corner.asked(question, UI.getCurrent()));
    }

    private void asked(JsonNode question, UI ui) {
        editor.source(source -> {
            Trials.Question asked = new Trials.Question(
                    model.id(),
                    ModelFile.of(model.fileName(), source),
                    question.path("sample").asString(""),
                    question.path("elementId").asString(""),
                    question.path("after").asBoolean(false),
                    cut(question.path("expression").asString("")));
            int turn = question.path("turn").asInt(0);
            Thread.ofVirtual().start(() -> {
                Map<String, @Nullable Object> answer = answer(asked, turn);
                Live.update(ui, () -> editor.tried(answer));
            });
        });
    }

    private Map<String, @Nullable Object> answer(Trials.Question asked, int turn) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("turn", turn);
        try {
            if (!mayPlay && trials.played(asked.file().kind(), asked.sample())) {
                throw new IllegalArgumentException("Only who may draw models has scenarios played.");
            }
            if (asked.file().kind() == ModelFile.Kind.FORM) {
                told.putAll(Map.of("value", trials.data(asked.file(), asked.sample()), "problem", ""));
                return told;
            }
            Trials.Answer answer = trials.answer(asked);
            told.put("value", answer.value());
            told.put("problem", answer.problem());
            told.put("line", answer.line());
            told.put("column", answer.column());
            told.put("doubts", answer.doubts());
        } catch (RuntimeException failed) {
            LOG.debug("the expression cannot be tried", failed);
            told.putAll(Map.of(
                    "problem", String.valueOf(failed.getMessage()), "line", 0, "column", 0, "doubts", List.of()));
        }
        return told;
    }

    private static String cut(String expression) {
        return expression.length() <= LONGEST ? expression : expression.substring(0, LONGEST);
    }
}
