package io.tillflow.studio.cases;

import com.vaadin.flow.component.Component;
import io.tillflow.rules.DecisionFailed;
import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.CaseDesk;
import java.util.List;
import org.springframework.stereotype.Service;

/** Puts the cases under the drawing of their table. */
@Service
class CasesDesk implements CaseDesk {
    private final Cases cases;
    private final Lint lint;

    CasesDesk(Cases cases, Lint lint) {
        this.cases = cases;
        this.lint = lint;
    }

    @Override
    public Component under(String modelId, ModelFile file, boolean editable, Surface surface) {
        return new CasesPane(this, modelId, file, editable, surface);
    }

    Cases cases() {
        return cases;
    }

    /** What came of a run. */
    sealed interface Ran {
        /** The decisions could be asked. */
        record Told(DecisionSheets sheets, CaseRun.Report report) implements Ran {}

        /** What is drawn is no decision that can be asked, for this reason. */
        record Not(String why) implements Ran {}
    }

    Ran run(String modelId, ModelFile file, List<Case> asked) {
        if (lint.read(file) instanceof Lint.Reading.Refused(var finding)) {
            return new Ran.Not(finding.message());
        }
        try {
            return new Ran.Told(DecisionSheets.of(file.text()), CaseRun.of(modelId, file, asked));
        } catch (DecisionFailed | IllegalArgumentException unreadable) {
            return new Ran.Not(String.valueOf(unreadable.getMessage()));
        }
    }
}
