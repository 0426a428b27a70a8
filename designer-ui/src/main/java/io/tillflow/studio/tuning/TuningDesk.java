package io.tillflow.studio.tuning;

import io.tillflow.models.tuning.PastCase;
import io.tillflow.models.tuning.Proposal;
import io.tillflow.models.tuning.ThresholdTuning;
import io.tillflow.rules.Decided;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Saved;
import io.tillflow.studio.models.Shelf;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.tuning.PastRisks.Known;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Proposes better bounds and saves one as a new version when a person accepts it; nothing is deployed and nothing happens by itself. */
@Service
public class TuningDesk {
    /** The one table whose outcomes history knows. */
    static final String DECISION = "order-risk";

    private static final int CASES = 600;
    private static final int FEWEST = 200;

    private final Shelf shelf;
    private final PastRisks past;
    private final Audit audit;
    private volatile @Nullable Looked looked;

    TuningDesk(Shelf shelf, PastRisks past, Audit audit) {
        this.shelf = shelf;
        this.past = past;
        this.audit = audit;
    }

    /** What was proposed last: accepting it need not look anew, nor may it say something else. */
    private record Looked(int version, Assumptions assumptions, List<Proposal> proposals) {}

    /** Looks at the newest orders whose outcome is known; takes some seconds. */
    @RolesAllowed(Role.Is.ANALYST)
    public Advice advise(Assumptions assumptions) {
        ModelFile table = table();
        List<Known> known = past.newest(DECISION, CASES);
        int reviewed = (int) known.stream().filter(Known::reviewed).count();
        int bad = (int) known.stream().filter(Known::bad).count();
        int version = shelf.version(table.name());
        List<Proposal> proposals = known.size() < FEWEST ? List.of() : propose(table, known, assumptions);
        looked = new Looked(version, assumptions, proposals);
        return new Advice(
                DECISION,
                version,
                known.size(),
                reviewed,
                bad,
                assumptions,
                missing(known.size(), reviewed),
                proposals.stream().map(Advice.Better::of).toList());
    }

    private static @Nullable String missing(int cases, int reviewed) {
        if (cases < FEWEST) {
            return "there are " + cases + " orders whose risk was decided and whose outcome is known; " + FEWEST
                    + " are needed";
        }
        return reviewed == 0 ? "no order was ever reviewed by a person, so nobody knows which were bad" : null;
    }

    private static List<Proposal> propose(ModelFile table, List<Known> known, Assumptions assumptions) {
        List<PastCase> cases = known.stream()
                .map(order -> new PastCase(
                        order.facts(), decided -> assumptions.worth(outcome(decided), order.bad(), order.total())))
                .toList();
        return new ThresholdTuning(table.content(), DECISION).propose(cases);
    }

    private static String outcome(Decided decided) {
        return decided.output() instanceof Map<?, ?> output ? Objects.toString(output.get("outcome"), "") : "";
    }

    /** Saves the table with this bound as the next version after the one that was looked at. */
    @RolesAllowed(Role.Is.ANALYST)
    public Saved accept(String path, BigDecimal to, int version, Assumptions assumptions) {
        ModelFile table = table();
        if (shelf.version(table.name()) != version) {
            return new Saved.Conflict(shelf.version(table.name()), "");
        }
        Proposal proposal = proposals(table, version, assumptions).stream()
                .filter(it -> it.path().equals(path) && it.to().compareTo(to) == 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected the proposal to move the bound of " + path
                        + " to " + to + ", but by now the orders say something else: look again"));
        String comment = String.format(
                Locale.ROOT,
                "%s: %s becomes %s; %+.0f cents an order (%+.0f to %+.0f) on later orders",
                path,
                proposal.from().toPlainString(),
                to.toPlainString(),
                proposal.gain(),
                proposal.low(),
                proposal.high());
        Saved saved = shelf.save(ModelFile.of(table.name(), Cells.changed(table.text(), proposal)), version, comment);
        if (saved instanceof Saved.Version it) {
            audit.record(
                    "bound.accepted", "model/" + it.modelId(), Map.of("bound", proposal.from()), Map.of("bound", to));
        }
        return saved;
    }

    private List<Proposal> proposals(ModelFile table, int version, Assumptions assumptions) {
        Looked last = looked;
        return last != null && last.version() == version && last.assumptions().equals(assumptions)
                ? last.proposals()
                : propose(table, past.newest(DECISION, CASES), assumptions);
    }

    private ModelFile table() {
        return shelf.find(DECISION)
                .orElseThrow(() -> new IllegalStateException(
                        "expected the table " + DECISION + " among the models, but it was deleted there"));
    }
}
