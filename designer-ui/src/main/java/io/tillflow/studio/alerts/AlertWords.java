package io.tillflow.studio.alerts;

import com.vaadin.flow.i18n.I18NProvider;
import io.tillflow.engine.history.Definitions;
import io.tillflow.studio.alerts.AlertRule.Kind;
import io.tillflow.studio.instances.DeployedModels;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Says alerts and rules in sentences. */
@Component
class AlertWords {

    private final Definitions definitions;
    private final DeployedModels models;
    private final I18NProvider texts;

    AlertWords(Definitions definitions, DeployedModels models, I18NProvider texts) {
        this.definitions = definitions;
        this.models = models;
        this.texts = texts;
    }

    /** Translates a key with its values. */
    interface Texts extends BiFunction<String, Object[], String> {
        default String say(String key, Object... values) {
            return apply(key, values);
        }
    }

    /** For who reads it outside of the studio. */
    String inEnglish(Alert alert) {
        return what(alert, (key, values) -> texts.getTranslation(key, Locale.ENGLISH, values));
    }

    String what(Alert alert, Texts language) {
        return language.say(
                "alerts.what." + word(alert.kind()),
                alert.count(),
                name(alert.kind(), alert.subject()),
                duration(alert.minutes()));
    }

    String rule(AlertRule rule, Texts language) {
        String subject = rule.subject().isEmpty()
                ? language.say(rule.kind() == Kind.BACKLOG ? "alerts.any.job" : "alerts.any.process")
                : name(rule.kind(), rule.subject());
        return language.say("alerts.rule." + word(rule.kind()), rule.threshold(), subject, duration(rule.minutes()));
    }

    /** The name of a process, a job type as it is. */
    String name(Kind kind, String subject) {
        if (kind == Kind.BACKLOG) {
            return subject;
        }
        return definitions.processes().stream()
                .filter(it -> it.processId().equals(subject))
                .findFirst()
                .map(it -> models.process(it.key(), subject).title())
                .orElse(subject);
    }

    private static String duration(int minutes) {
        return Times.duration(Duration.ofMinutes(minutes));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
