package io.tillflow.studio.experiments;

import com.vaadin.flow.component.Component;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import java.util.Locale;
import java.util.Objects;

/** Figures and verdicts as people read them. */
final class Words {
    private static final double CENTS = 100;

    private Words() {}

    static Badge state(Component page, Experiment it) {
        return switch (it.state()) {
            case "RUNNING" -> new Badge(State.RUNNING, page.getTranslation("experiments.state.running"));
            case "TAKEN" ->
                new Badge(
                        State.COMPLETED,
                        page.getTranslation("experiments.state.taken", Objects.requireNonNullElse(it.taken(), "")));
            default -> new Badge(State.WAITING, page.getTranslation("experiments.state.stopped"));
        };
    }

    static Badge verdict(Component page, Experiment it) {
        String word = page.getTranslation(
                "experiments.word." + it.word().toLowerCase(Locale.ROOT), Objects.requireNonNullElse(it.best(), ""));
        return switch (it.word()) {
            case "UNTRUSTWORTHY" -> new Badge(State.INCIDENT, word);
            case "BETTER", "WORSE", "ALIKE" -> new Badge(State.COMPLETED, word);
            default -> new Badge(State.WAITING, word);
        };
    }

    /** A group's mean: a share of units, or money a unit. */
    static String mean(Experiment it, double mean, Locale locale) {
        return it.isYesOrNo()
                ? String.format(locale, "%.1f %%", mean * CENTS)
                : String.format(locale, "%,.2f €", mean / CENTS);
    }

    /** With its sign; points between shares. */
    static String difference(Experiment it, double difference, Locale locale) {
        return it.isYesOrNo()
                ? String.format(locale, "%+.1f", difference * CENTS)
                : String.format(locale, "%+,.2f €", difference / CENTS);
    }

    static String share(double share, Locale locale) {
        return String.format(locale, "%.0f %%", share * CENTS);
    }
}
