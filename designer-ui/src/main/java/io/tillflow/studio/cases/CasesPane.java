package io.tillflow.studio.cases;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.cases.CasesDesk.Ran;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.CaseDesk.Surface;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Under a decision table: its cases, which rule each hits, what differs; every change is kept at once as a version. */
class CasesPane extends NativeDetails {
    private final transient CasesDesk desk;
    private final String modelId;
    private final boolean editable;
    private final transient Surface surface;
    private final Span state = new Span();
    private final Div body = new Div();
    private transient ModelFile file;
    private transient Cases.Kept kept;
    private transient Ran.@Nullable Told told;
    private String chosen = "";
    private boolean undoable;
    private boolean shippedChanged;
    private int turn;

    CasesPane(CasesDesk desk, String modelId, ModelFile file, boolean editable, Surface surface) {
        this.desk = desk;
        this.modelId = modelId;
        this.file = file;
        this.editable = editable;
        this.surface = surface;
        this.kept = desk.cases().of(modelId);
        addClassName("cases");
        state.addClassName("row");
        state.getElement().setAttribute("role", "status");
        setSummary(new Span(getTranslation("cases.title")), state);
        body.addClassName("cases-body");
        setContent(body);
        surface.onDrawn(source -> {
            this.file = ModelFile.of(file.name(), source);
            run(UI.getCurrent());
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        run(event.getUI());
    }

    /** Beside the page; what a later run says counts. */
    private void run(UI ui) {
        int mine = ++turn;
        ModelFile asked = file;
        List<Case> cases = kept.cases();
        body.getElement().setAttribute("aria-busy", "true");
        Thread unused = Thread.ofVirtual().name("cases").start(() -> {
            Ran ran = desk.run(modelId, asked, cases);
            boolean others = desk.cases().shippedChanged(modelId);
            Live.update(ui, () -> {
                if (mine == turn) {
                    shippedChanged = others;
                    show(ran);
                }
            });
        });
    }

    private void show(Ran ran) {
        body.getElement().removeAttribute("aria-busy");
        body.removeAll();
        state.removeAll();
        if (shippedChanged) {
            body.add(shipped());
        }
        switch (ran) {
            case Ran.Not(var why) -> {
                told = null;
                state.add(new Badge(State.INCIDENT, getTranslation("cases.unreadable")));
                body.add(Pieces.block(why, "why"));
            }
            case Ran.Told now -> {
                told = now;
                summary(now.report());
                sheet(now).ifPresent(sheet -> draw(now, sheet));
            }
        }
    }

    private Div shipped() {
        Div note = Pieces.block("", "note", "draft", "row", "cases-shipped");
        note.add(new Span(getTranslation("cases.shipped")));
        if (editable) {
            note.add(Pieces.button(getTranslation("cases.shipped.take"), "dl", this::takeShipped));
        }
        return note;
    }

    private void takeShipped() {
        List<Case> now = desk.cases().version(modelId, 0).map(Cases.Kept::cases).orElse(List.of());
        told(change(all -> now), "cases.shipped.taken");
    }

    private void summary(CaseRun.Report report) {
        int all = report.results().size();
        int red = report.failed().size();
        if (all == 0) {
            state.add(Badge.off("flask", getTranslation("cases.none")));
            return;
        }
        state.add(
                red == 0
                        ? new Badge(State.COMPLETED, getTranslation("cases.right", all))
                        : new Badge(State.INCIDENT, getTranslation("cases.red", red, all)));
        if (!report.unhit().isEmpty()) {
            state.add(new Badge(
                    State.DRAFT, getTranslation("cases.unhit", report.unhit().size())));
        }
    }

    private Optional<DecisionSheet> sheet(Ran.Told now) {
        return now.sheets().find(chosen, modelId).or(() -> now.sheets().find("", modelId));
    }

    private void draw(Ran.Told now, DecisionSheet sheet) {
        List<CaseRun.Result> own = now.report().results().stream()
                .filter(it -> it.decision().equals(sheet.decisionId())
                        || it.decision().isEmpty())
                .toList();
        CaseSheet columns =
                CaseSheet.of(sheet, own.stream().map(CaseRun.Result::asked).toList());
        if (now.sheets().all().size() > 1) {
            body.add(decisions(now, sheet));
        }
        body.add(acts(columns));
        unhit(now, sheet);
        if (own.isEmpty()) {
            body.add(new EmptyState("flask", getTranslation("cases.empty"), getTranslation("cases.empty.text")));
            return;
        }
        body.add(new CaseGrid(columns, own, editable ? this.acts : null, surface));
    }

    private Div decisions(Ran.Told now, DecisionSheet sheet) {
        Div tabs = new Div();
        tabs.addClassNames("tabs", "dmn-tabs");
        now.sheets().all().forEach(it -> {
            NativeButton tab = new NativeButton(it.name(), click -> {
                chosen = it.decisionId();
                show(now);
            });
            tab.getElement().setAttribute("aria-pressed", String.valueOf(it.equals(sheet)));
            tabs.add(tab);
        });
        return tabs;
    }

    private Div acts(CaseSheet columns) {
        Div row = new Div();
        row.addClassNames("row", "cases-acts");
        row.add(Pieces.button(getTranslation("cases.run"), "play", this::runDrawn));
        if (editable) {
            row.add(
                    Pieces.button(getTranslation("cases.add"), "plus", () -> edit(columns, null)),
                    Pieces.button(getTranslation("cases.import"), "up", () -> bring(columns), "ghost"));
        }
        row.add(ExportLink.of(this, modelId, columns.decision()));
        if (undoable) {
            row.add(Pieces.button(getTranslation("cases.undo"), "undo", this::undo, "ghost"));
        }
        return row;
    }

    private void runDrawn() {
        UI ui = UI.getCurrent();
        surface.source(source -> {
            file = ModelFile.of(file.name(), source);
            run(ui);
        });
    }

    private void unhit(Ran.Told now, DecisionSheet sheet) {
        List<CaseRun.Unhit> rules = now.report().unhit().stream()
                .filter(it -> it.decision().equals(sheet.decisionId()))
                .toList();
        if (rules.isEmpty() || now.report().results().isEmpty()) {
            return;
        }
        Div line = new Div(Pieces.text(getTranslation("cases.unhit.rules"), "meta"));
        line.addClassNames("row", "cases-unhit");
        rules.forEach(it -> line.add(CaseGrid.rule(this, it.number(), it.rule(), surface)));
        body.add(line);
    }

    /** What somebody does with a row. */
    private final transient CaseGrid.Acts acts = new CaseGrid.Acts() {
        @Override
        public void edit(CaseSheet columns, Case it) {
            CasesPane.this.edit(columns, it);
        }

        @Override
        public void keep(CaseRun.Result it) {
            it.expected().ifPresent(now -> told(change(all -> CaseEdits.change(all, it.asked(), now)), "cases.kept"));
        }

        @Override
        public void remove(Case it) {
            told(change(all -> CaseEdits.remove(all, it)), "cases.removed");
        }
    };

    private void edit(CaseSheet columns, @Nullable Case former) {
        new CaseDialog(
                        columns,
                        former,
                        this::ask,
                        it -> former == null
                                ? change(all -> CaseEdits.add(all, columns.decision(), own(), it))
                                : change(all -> CaseEdits.change(all, former, it)))
                .open();
    }

    private void bring(CaseSheet columns) {
        new ImportDialog(
                        columns.decision(),
                        rows -> change(all -> CaseEdits.replace(all, columns.decision(), own(), rows)),
                        rows -> change(all -> rows))
                .open();
    }

    /** What the drawn table answers to one case. */
    private Ran ask(Case it) {
        return desk.run(modelId, file, List.of(it));
    }

    private String own() {
        return Optional.ofNullable(told)
                .flatMap(it -> it.sheets().find("", modelId))
                .map(DecisionSheet::decisionId)
                .orElse("");
    }

    private void undo() {
        List<Case> before = desk.cases()
                .version(modelId, kept.version() - 1)
                .map(Cases.Kept::cases)
                .orElse(List.of());
        String problem = change(all -> before);
        undoable = false;
        told(problem, "cases.undone");
    }

    private void told(String problem, String done) {
        if (problem.isEmpty()) {
            Notices.done(getTranslation(done));
        } else {
            Notices.failed(problem);
        }
    }

    /** Keeps the change as the next version; answers why not, or nothing. */
    private String change(UnaryOperator<List<Case>> change) {
        try {
            kept = desk.cases().change(modelId, change);
            undoable = true;
            run(UI.getCurrent());
            return "";
        } catch (CaseEdits.Changed since) {
            kept = desk.cases().of(modelId);
            run(UI.getCurrent());
            return getTranslation("cases.changed");
        } catch (CasesRefused refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
