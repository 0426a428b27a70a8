package io.tillflow.studio.cases;

import io.tillflow.studio.models.Beside;
import java.util.List;
import org.springframework.stereotype.Service;

/** Cases go along to a table that is made of another, and ask the decisions that they asked there. */
@Service
class CasesAlong implements Beside {
    private final Cases cases;

    CasesAlong(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void along(Copy copy) {
        List<Case> known = cases.of(copy.from()).cases();
        if (known.isEmpty()) {
            return;
        }
        String own = DecisionSheets.of(copy.file().text())
                .find("", copy.from())
                .map(DecisionSheet::decisionId)
                .orElse("");
        Cases.Saving unused = cases.save(
                copy.to(),
                0,
                known.stream()
                        .map(it -> it.decision().isEmpty() ? it.of(own) : it)
                        .toList());
    }
}
