package io.tillflow.studio.models;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.repair.MigrationOutlook;
import java.util.List;

/** What a deployment does to new and to running instances, and whether those go along that can. */
final class DeployEffects extends Div {
    private static final int REASONS = 3;

    private final Checkbox take = new Checkbox();
    private String processId = "";

    DeployEffects(Workbench workbench, Model model, String source) {
        addClassName("deploy-effects");
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
