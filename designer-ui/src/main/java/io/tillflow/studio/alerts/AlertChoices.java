package io.tillflow.studio.alerts;

import io.tillflow.engine.history.Backlogs.Backlog;
import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.Definitions.ProcessVersion;
import io.tillflow.studio.alerts.AlertRule.Kind;
import io.tillflow.studio.watch.Watch;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a rule can be about. */
@Component
class AlertChoices {

    private final Definitions definitions;
    private final Watch watch;
    private final AlertWords words;

    AlertChoices(Definitions definitions, Watch watch, AlertWords words) {
        this.definitions = definitions;
        this.watch = watch;
        this.words = words;
    }

    /** The processes, or the job types seen lately. */
    List<String> subjects(Kind kind) {
        return kind == Kind.BACKLOG
                ? watch.last().backlogs().stream().map(Backlog::type).sorted().toList()
                : definitions.processes().stream()
                        .map(ProcessVersion::processId)
                        .distinct()
                        .toList();
    }

    String name(Kind kind, String subject) {
        return words.name(kind, subject);
    }
}
