package io.tillflow.studio.models;

import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.security.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What the pages about models do, in one place. */
@Service
class Workbench {
    private final Models models;
    private final LiveVersions live;
    private final Drawing drawing;
    private final Deployments deployments;
    private final Lint lint;
    private final CurrentUser user;

    Workbench(Models models, LiveVersions live, Drawing drawing, Deployments deployments, Lint lint, CurrentUser user) {
        this.models = models;
        this.live = live;
        this.drawing = drawing;
        this.deployments = deployments;
        this.lint = lint;
        this.user = user;
    }

    List<Model> models() {
        return models.all();
    }

    Map<String, LiveVersions.Live> live() {
        return live.all();
    }

    Optional<Model> model(String id) {
        return models.byId(id);
    }

    Optional<String> source(String id, int version) {
        return models.source(id, version);
    }

    Optional<Draft> draft(String id) {
        return models.draft(id, user.name());
    }

    void keepDraft(Model model, int base, String source) {
        drawing.keepDraft(model.id(), base, source);
    }

    void dropDraft(Model model) {
        models.dropDraft(model.id(), user.name());
    }

    List<ModelVersion> versions(String id) {
        return models.versions(id, Integer.MAX_VALUE, 200);
    }

    Map<Integer, Integer> engineVersions(String id) {
        return live.engineVersions(id);
    }

    Optional<LiveVersions.Live> live(Model model) {
        return live.of(model.id());
    }

    List<LiveVersions.Running> running(Model model) {
        return model.kind() == ModelFile.Kind.BPMN ? live.running(model.id()) : List.of();
    }

    List<Finding> beyondBrowser(Model model, String source) {
        return lint.beyondBrowser(ModelFile.of(model.fileName(), source));
    }

    Saved save(Model model, int base, String source, String comment) {
        return drawing.save(model.fileName(), base, source, comment);
    }

    Saved create(String fileName, String source) {
        return drawing.save(fileName, 0, source, "");
    }

    Outcome rehearse(Model model, String source) {
        return deployments.rehearse(List.of(ModelFile.of(model.fileName(), source)));
    }

    Outcome deploy(Model model, String source) {
        return deployments.deploy(List.of(new ModelFile(model.fileName(), source.getBytes(StandardCharsets.UTF_8))));
    }
}
