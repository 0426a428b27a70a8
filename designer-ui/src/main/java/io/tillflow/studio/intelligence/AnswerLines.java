package io.tillflow.studio.intelligence;

import com.vaadin.flow.component.html.Div;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.intelligence.Models.Answers;
import io.tillflow.studio.intelligence.Models.Beside;
import io.tillflow.studio.intelligence.Models.Summary;
import java.util.Optional;

/** How the version in use, and the one that answers beside it unseen, do on real orders. */
class AnswerLines extends Div {
    AnswerLines(Summary summary, Optional<ModelCard.Acts> acts) {
        addClassName("model-answers");
        Optional.ofNullable(summary.answers()).ifPresent(live -> add(live(summary.model(), live)));
        Optional.ofNullable(summary.shadow()).ifPresent(shadow -> add(shadow(summary, shadow, acts)));
    }

    private Div live(String model, Answers live) {
        Double figure = live.figure();
        Double best = live.atBest();
        if (figure == null || best == null) {
            return line("intelligence.answers", getTranslation("intelligence.answers.few", live.orders()));
        }
        String verdict = best < live.promised() ? "less" : "kept";
        Div line = line(
                "intelligence.answers." + verdict,
                getTranslation(
                        "intelligence.answers.figure." + model,
                        percent(figure),
                        live.orders(),
                        percent(live.promised()),
                        percent(Optional.ofNullable(live.rule()).orElse(0.0))));
        line.addClassName(verdict);
        return line;
    }

    private Div shadow(Summary summary, Answers shadow, Optional<ModelCard.Acts> acts) {
        String model = summary.model();
        Beside beside = shadow.beside();
        // nothing in use, nothing to compare it with
        String waits = summary.live() == null ? "alone" : "few";
        Div line = beside == null
                ? line(
                        "intelligence.shadow.title",
                        getTranslation("intelligence.shadow." + waits, shadow.version(), shadow.orders()))
                : line("intelligence.shadow." + verdict(beside), compared(model, shadow, beside));
        line.add(Pieces.ago(shadow.since()));
        acts.ifPresent(can -> line.add(
                Pieces.button(getTranslation("intelligence.shadow.end"), "x", () -> can.endShadow(model), "sm")));
        return line;
    }

    private String compared(String model, Answers shadow, Beside beside) {
        return getTranslation(
                "intelligence.shadow.figure." + model,
                shadow.version(),
                percent(beside.figure() + beside.gain()),
                percent(beside.figure()),
                beside.version(),
                beside.orders(),
                GainPicture.points(beside.gainAtWorst(), getLocale()) + " … "
                        + GainPicture.points(beside.gainAtBest(), getLocale()));
    }

    private static String verdict(Beside beside) {
        return beside.gainAtWorst() > 0 ? "better" : beside.gainAtBest() < 0 ? "worse" : "alike";
    }

    private Div line(String title, String text) {
        Div line = new Div(Pieces.text(getTranslation(title), "strong"), Pieces.text(text, "meta"));
        line.addClassNames("row", "model-line");
        return line;
    }

    private String percent(double share) {
        return String.format(getLocale(), "%.1f %%", share * 100);
    }
}
