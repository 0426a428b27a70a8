package io.tillflow.studio.models;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** The newest saved version of every model, and what else a model needs to run. */
@Service
public class Shelf {
    private final Models models;
    private final Drawing drawing;

    Shelf(Models models, Drawing drawing) {
        this.models = models;
        this.drawing = drawing;
    }

    /** A model's newest version. */
    public record Item(String id, int version, ModelFile file) {}

    public List<Item> all() {
        return models.all().stream()
                .flatMap(model -> file(model).map(file -> new Item(model.id(), model.version(), file)).stream())
                .toList();
    }

    /** The models of a kind whose newest version has the text in it. */
    public List<Item> holding(ModelFile.Kind kind, String text) {
        return models.holding(kind, text);
    }

    /** The newest version of a file; 0 when there is none. */
    public int version(String fileName) {
        return models.byFileName(fileName).map(Model::version).orElse(0);
    }

    /** What a file's model is called. */
    public String title(ModelFile file) {
        return SourceName.of(file.kind(), file.name(), file.text());
    }

    /** Saves the next version after {@code base}. */
    public Saved save(ModelFile file, int base, String comment) {
        return drawing.save(file.name(), base, file.text(), comment);
    }

    /** The newest version by the model's id or file name. */
    public Optional<ModelFile> find(String idOrFile) {
        return models.byId(idOrFile).or(() -> models.byFileName(idOrFile)).flatMap(this::file);
    }

    public boolean has(String id) {
        return models.byId(id).isPresent();
    }

    /** The id of the model that is kept in the file. */
    public Optional<String> id(String fileName) {
        return models.byFileName(fileName).map(Model::id);
    }

    /** One version by the model's id. */
    public Optional<ModelFile> version(String id, int version) {
        return models.byId(id)
                .flatMap(model -> models.source(id, version).map(source -> ModelFile.of(model.fileName(), source)));
    }

    /** What this person has drawn of the model and not saved as a version yet. */
    public Optional<ModelFile> drawn(String id, String author) {
        return models.byId(id)
                .flatMap(
                        model -> models.draft(id, author).map(draft -> ModelFile.of(model.fileName(), draft.source())));
    }

    /** Ids of all models of a kind. */
    public List<String> ids(ModelFile.Kind kind) {
        return models.all().stream()
                .filter(it -> it.kind() == kind)
                .map(Model::id)
                .toList();
    }

    /** The saved decisions, forms and called processes that the given files name, without those that are given. */
    public List<ModelFile> companions(List<ModelFile> given) {
        List<ModelFile> stored = models.all().stream()
                .map(this::file)
                .flatMap(Optional::stream)
                .filter(file -> given.stream().noneMatch(it -> it.name().equals(file.name())))
                .toList();
        List<ModelFile> found = new ArrayList<>();
        Deque<ModelFile> open = new ArrayDeque<>(given);
        while (!open.isEmpty()) {
            for (Need need : needs(open.pop())) {
                stored.stream()
                        .filter(file -> !found.contains(file) && need.isIn(file))
                        .findFirst()
                        .ifPresent(file -> {
                            found.add(file);
                            open.add(file);
                        });
            }
        }
        return found;
    }

    /** The models whose newest version calls this one, decides with it or shows it as a form. */
    List<Model> callers(Model model) {
        Optional<ModelFile> target = file(model);
        return models.all().stream()
                .filter(it -> !it.id().equals(model.id()))
                .filter(it -> target.isPresent() && calls(it, target.get()))
                .toList();
    }

    private boolean calls(Model model, ModelFile target) {
        return file(model)
                .filter(it -> needs(it).stream().anyMatch(need -> need.isIn(target)))
                .isPresent();
    }

    private Optional<ModelFile> file(Model model) {
        return models.source(model.id(), model.version()).map(source -> ModelFile.of(model.fileName(), source));
    }

    /** Something that a process names of another model. */
    private record Need(ModelFile.Kind kind, String id) {

        boolean isIn(ModelFile file) {
            return file.kind() == kind && declares(file, id);
        }
    }

    /** As far as the process names it plainly and does not compute the name. */
    private static List<Need> needs(ModelFile file) {
        if (file.kind() != ModelFile.Kind.BPMN) {
            return List.of();
        }
        return Markup.parse(file.text())
                .root()
                .all()
                .flatMap(element -> need(element).stream())
                .filter(need -> !need.id().isEmpty() && !need.id().startsWith("="))
                .distinct()
                .toList();
    }

    private static Optional<Need> need(Element element) {
        return switch (element.local()) {
            case "calledDecision" -> Optional.of(new Need(ModelFile.Kind.DMN, element.attribute("decisionId")));
            case "calledElement" -> Optional.of(new Need(ModelFile.Kind.BPMN, element.attribute("processId")));
            case "formDefinition" -> Optional.of(new Need(ModelFile.Kind.FORM, element.attribute("formId")));
            default -> Optional.empty();
        };
    }

    private static boolean declares(ModelFile file, String id) {
        String quoted = Pattern.quote(id);
        Pattern place = switch (file.kind()) {
            case BPMN -> Pattern.compile("<(?:\\w+:)?process\\b[^>]*\\bid=\"" + quoted + "\"");
            case DMN -> Pattern.compile("<(?:\\w+:)?decision\\b[^>]*\\bid=\"" + quoted + "\"");
            case FORM, UNKNOWN -> Pattern.compile("\"id\"\\s*:\\s*\"" + quoted + "\"");
        };
        return place.matcher(file.text()).find();
    }
}
