package io.tillflow.studio.models;

import com.vaadin.flow.component.Component;
import io.tillflow.studio.changes.ModelMerge;
import io.tillflow.studio.conversion.Camunda7;
import io.tillflow.studio.conversion.Conversion;
import io.tillflow.studio.conversion.SharedIds;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.KnownData;
import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Deployments.Demand;
import io.tillflow.studio.presence.Presence;
import io.tillflow.studio.review.Review;
import io.tillflow.studio.review.Reviews;
import io.tillflow.studio.roundtrip.Fidelity;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final Fidelity fidelity;
    private final Reviews reviews;
    private final KnownData known;
    private final Trials trials;
    private final CaseDesk caseDesk;
    private final Deletions deletions;
    private final Presence presence;
    private final ProofLog proofs;
    private final Copying copying;
    private final TakenAlong takenAlong;
    private final Commands commands;

    Workbench(
            Models models,
            LiveVersions live,
            Drawing drawing,
            Deployments deployments,
            Lint lint,
            CurrentUser user,
            Fidelity fidelity,
            Reviews reviews,
            KnownData known,
            Trials trials,
            CaseDesk caseDesk,
            Deletions deletions,
            Presence presence,
            ProofLog proofs,
            Copying copying,
            TakenAlong takenAlong,
            Commands commands) {
        this.commands = commands;
        this.takenAlong = takenAlong;
        this.copying = copying;
        this.deletions = deletions;
        this.presence = presence;
        this.proofs = proofs;
        this.known = known;
        this.trials = trials;
        this.caseDesk = caseDesk;
        this.reviews = reviews;
        this.fidelity = fidelity;
        this.models = models;
        this.live = live;
        this.drawing = drawing;
        this.deployments = deployments;
        this.lint = lint;
        this.user = user;
    }

    /** Does what takes its time beside the page, as the same person, and tells the page what came of it, or that it failed. */
    <T> void beside(Component page, Supplier<T> work, Consumer<T> then, Runnable failed) {
        AtomicReference<@Nullable T> done = new AtomicReference<>();
        commands.run(
                page, () -> done.set(work.get()), () -> then.accept(Objects.requireNonNull(done.get())), failure -> {
                    Commands.explain(page, failure);
                    failed.run();
                });
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

    /** The source as the editor is given it. */
    Fidelity.Opened open(Model model, String source) {
        return fidelity.open(model.kind(), source);
    }

    /** What the surface for a model is given along. */
    EditorSetup setup(Component page, Model model, String source, boolean editable) {
        if (model.kind() == ModelFile.Kind.DMN || (model.kind() == ModelFile.Kind.BPMN && !editable)) {
            return EditorSetup.plain(page, List.of());
        }
        boolean mayPlay = user.has(Role.ANALYST);
        List<Trials.Choice> samples = trials.choices(model.id(), ModelFile.of(model.fileName(), source)).stream()
                .filter(it -> mayPlay || !it.played())
                .toList();
        return model.kind() == ModelFile.Kind.BPMN
                ? EditorSetup.process(page::getTranslation, known.json(List.of()), samples)
                : EditorSetup.plain(page, samples);
    }

    Deletions deletions() {
        return deletions;
    }

    TakenAlong takenAlong() {
        return takenAlong;
    }

    Presence presence() {
        return presence;
    }

    /** Another model of what is drawn of this one, with what lies beside it; refused without findings when the name begins with no letter. */
    Saved saveAs(Model model, String source, String name) {
        return copying.make(model, source, name);
    }

    /** What is shown under the drawing of a decision table. */
    Optional<Component> cases(Model model, String source, boolean editable, CaseDesk.Surface surface) {
        return model.kind() == ModelFile.Kind.DMN
                ? Optional.of(caseDesk.under(model.id(), ModelFile.of(model.fileName(), source), editable, surface))
                : Optional.empty();
    }

    Trials trials() {
        return trials;
    }

    /** What was said about the model's elements and is not settled. */
    List<CommentMark> comments(Model model) {
        return CommentMark.of(reviews.comments(model.id()));
    }

    /** Who draws. */
    String person() {
        return user.name();
    }

    Optional<Draft> draft(String id) {
        return models.draft(id, user.name());
    }

    boolean keepDraft(Model model, int base, String source) {
        return drawing.keepDraft(model.id(), base, source);
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

    /** The newest review of any of its versions. */
    Optional<Review> review(String modelId) {
        return reviews.of(modelId).stream().findFirst();
    }

    /** What waits for somebody's look, by model. */
    Map<String, Review> openReviews() {
        return reviews.open().stream().collect(Collectors.toMap(Review::modelId, it -> it, (newer, older) -> newer));
    }

    List<Finding> beyondBrowser(Model model, String source) {
        return lint.beyondBrowser(ModelFile.of(model.fileName(), source));
    }

    Saved save(Model model, int base, String source, String comment) {
        return drawing.save(model.fileName(), base, source, comment);
    }

    /** Both people's drawings as one: what was saved since the base, and mine. */
    ModelMerge.Merged merge(Model model, int base, int newest, String mine) {
        return ModelMerge.of(model.kind(), text(model, base), mine, text(model, newest));
    }

    /** An old version becomes the newest one and goes live, whatever its scenarios say: they may have become others since. */
    Outcome rollBack(Model model, int version, String comment) {
        return deployments.again(ModelFile.of(model.fileName(), text(model, version)), comment);
    }

    private String text(Model model, int version) {
        return models.source(model.id(), version)
                .orElseThrow(() -> new IllegalArgumentException(model.id() + " has no version " + version));
    }

    /** A process with an id of its own for each element, if some share one. */
    Optional<Conversion> apart(String fileName, String source) {
        ModelFile file = ModelFile.of(fileName, source);
        boolean process = file.kind() == ModelFile.Kind.BPMN && lint.guard(file).isEmpty();
        return process ? SharedIds.apart(source) : Optional.empty();
    }

    /** A file as this engine would have it, if it was drawn for Camunda 7. */
    Optional<Conversion> conversion(String fileName, String source) {
        ModelFile file = ModelFile.of(fileName, source);
        boolean other = file.kind() == ModelFile.Kind.BPMN && lint.guard(file).isEmpty() && Camunda7.drew(source);
        return other ? Optional.of(Camunda7.convert(source)) : Optional.empty();
    }

    Saved create(String fileName, String source) {
        return drawing.save(fileName, 0, source, "");
    }

    /** By the rules alone. */
    Outcome judge(Model model, String source) {
        return deployments.judge(List.of(ModelFile.of(model.fileName(), source)));
    }

    /** By its scenarios, too, which may take a minute. */
    Outcome rehearse(Model model, String source, Proofs.Watch watch) {
        return deployments.rehearse(List.of(ModelFile.of(model.fileName(), source)), watch);
    }

    /** Whether nothing that the rehearsal of this source rests on was changed since. */
    boolean holds(Model model, String source, Proved proved) {
        return deployments.holds(List.of(ModelFile.of(model.fileName(), source)), proved);
    }

    /** @param proved what the rehearsal of this source said */
    Outcome deploy(Model model, String source, Demand demand, Proved proved) {
        return deployments.deploy(List.of(ModelFile.of(model.fileName(), source)), demand, proved);
    }

    /** What the scenarios said when a version was deployed, by version. */
    Map<Integer, ProofLog.Entry> proofs(String modelId) {
        return proofs.of(modelId);
    }
}
