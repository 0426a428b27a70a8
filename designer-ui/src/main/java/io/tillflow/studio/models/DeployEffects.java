package io.tillflow.studio.models;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.studio.changes.Changes;
import io.tillflow.studio.changes.ModelDiff;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.repair.MigrationOutlook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a deployment does to new and to running instances, and whether those go along that can. */
final class DeployEffects extends Div {
    private static final int REASONS = 3;

    private final Checkbox take = new Checkbox();
    private String processId = "";

    DeployEffects(Workbench workbench, Model model, String source) {
        addClassName("deploy-effects");
        changes(workbench, model, source);
        if (model.kind() != ModelFile.Kind.BPMN) {
            add(new Paragraph(getTranslation("deploy.effect.latest")));
            return;
        }
        add(new Paragraph(getTranslation("deploy.effect.new")));
        List<LiveVersions.Running> running = workbench.running(model);
        if (running.isEmpty()) {
            add(new Paragraph(getTranslation("deploy.effect.none")));
            return;
        }
        running.forEach(
                it -> add(new Paragraph(getTranslation("deploy.effect.running", it.instances(), it.engineVersion()))));
        TakenAlong along = workbench.takenAlong();
        long all = running.stream().mapToLong(LiveVersions.Running::instances).sum();
        along.outlook(model, source).filter(it -> it.lookedAt() > 0).ifPresent(it -> tell(it, all, along.allowed()));
    }

    /** What differs from what is live, in numbers, and both to look at. */
    private void changes(Workbench workbench, Model model, String source) {
        Optional<LiveVersions.Live> live = workbench.live(model);
        if (live.isEmpty()) {
            add(new Paragraph(getTranslation("deploy.changes.first")));
            return;
        }
        OptionalInt version = live.get().version();
        if (version.isEmpty()) {
            add(new Paragraph(getTranslation("deploy.changes.unknown")));
            return;
        }
        String title = getTranslation("model.live", version.getAsInt());
        String before = workbench.source(model.id(), version.getAsInt()).orElseThrow();
        Changes changes = ModelDiff.between(model.kind(), before, source);
        if (changes.isEmpty()) {
            add(new Paragraph(getTranslation("deploy.changes.none", title)));
            return;
        }
        long changed = changes.changed().stream()
                .map(Changes.Change::elementId)
                .distinct()
                .count();
        NativeButton see = new NativeButton(
                getTranslation("deploy.changes.see"),
                click -> CompareDialog.of(
                                workbench,
                                model,
                                new CompareDialog.Side(title, before),
                                new CompareDialog.Side(getTranslation("deploy.changes.now"), source))
                        .open());
        see.addClassNames("btn", "sm");
        add(
                new Paragraph(getTranslation(
                        "deploy.changes.some",
                        title,
                        changes.added().size(),
                        changes.removed().size(),
                        changed)),
                new Div(see));
    }

    private void tell(MigrationOutlook outlook, long all, boolean allowed) {
        processId = outlook.processId();
        if (outlook.lookedAt() < all) {
            add(new Paragraph(getTranslation("deploy.along.newest", outlook.lookedAt())));
        }
        String how = outlook.able() == 0 ? "none" : outlook.able() < outlook.lookedAt() ? "some" : "all";
        add(new Paragraph(getTranslation("deploy.along." + how, outlook.able(), outlook.lookedAt())));
        if (!outlook.reasons().isEmpty()) {
            UnorderedList reasons = new UnorderedList();
            outlook.reasons().stream()
                    .limit(REASONS)
                    .forEach(it -> reasons.add(new ListItem(
                            getTranslation("repair." + it.why(), it.with().toArray()))));
            add(reasons);
        }
        if (outlook.able() > 0) {
            take.setLabel(getTranslation(allowed ? "deploy.along.take" : "deploy.along.operator"));
            take.setEnabled(allowed);
            add(take);
        }
    }

    /** The process that the choice is about. */
    String processId() {
        return processId;
    }

    boolean takesAlong() {
        return take.getValue();
    }
}
