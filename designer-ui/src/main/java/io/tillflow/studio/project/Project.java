package io.tillflow.studio.project;

import io.tillflow.studio.cases.CaseFile;
import io.tillflow.studio.cases.Cases;
import io.tillflow.studio.cases.CasesRefused;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Saved;
import io.tillflow.studio.models.Shelf;
import io.tillflow.studio.play.ScenarioRefused;
import io.tillflow.studio.play.Scenarios;
import io.tillflow.studio.play.Starts;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole project out and in; {@code tillflow.json} in it says which versions the files are. */
@Service
class Project {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String VERSIONS = "tillflow.json";
    private static final Pattern START = Pattern.compile("([^/]+)\\.starts/([^/]+)\\.json");
    private static final Pattern CASES = Pattern.compile("([^/]+)\\.cases\\.json");
    private static final Pattern SCENARIO = Pattern.compile("([^/]+)\\.scenarios/([^/]+)\\.ya?ml");

    /**
     * What became of a file.
     *
     * @param outcome saved, unchanged, conflict or refused; the message says why
     */
    record Line(String file, String outcome, int version, String message) {}

    /** @param conflicts also what was refused */
    record Pushed(List<Line> files, int saved, int conflicts) {}

    /** Who waits for a push and is told how far it is. */
    interface Watch {
        Watch NONE = (done, all) -> {};

        void at(int done, int all);
    }

    private final Shelf shelf;
    private final Scenarios scenarios;
    private final Starts starts;
    private final Cases cases;

    Project(Shelf shelf, Scenarios scenarios, Starts starts, Cases cases) {
        this.cases = cases;
        this.starts = starts;
        this.shelf = shelf;
        this.scenarios = scenarios;
    }

    /** All models with what lies beside them, as a zip file. */
    byte[] pull() {
        Map<String, String> files = new TreeMap<>();
        Map<String, Integer> versions = new TreeMap<>();
        shelf.all().forEach(it -> {
            files.put(it.file().name(), it.file().text());
            versions.put(it.file().name(), it.version());
            scenarios.of(it.id()).forEach((name, text) -> files.put(it.id() + ".scenarios/" + name + ".yaml", text));
            starts.of(it.id()).forEach((name, text) -> {
                String path = it.id() + ".starts/" + name + ".json";
                files.put(path, text);
                versions.put(path, starts.version(it.id(), name));
            });
            Cases.Kept kept = cases.of(it.id());
            if (it.file().kind() == ModelFile.Kind.DMN
                    && (kept.version() > 0 || !kept.cases().isEmpty())) {
                files.put(it.id() + ".cases.json", CaseFile.text(kept.cases()));
                versions.put(it.id() + ".cases.json", kept.version());
            }
        });
        files.put(
                VERSIONS,
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("versions", versions)) + "\n");
        return new ProjectFolder(files).zip();
    }

    /**
     * Saves what differs as new versions; a file that somebody changed since it was pulled is a conflict and left alone.
     *
     * @throws IllegalArgumentException when it is no zip file, or one that nobody should unpack
     */
    @RolesAllowed(Role.Is.ANALYST)
    public Pushed push(byte[] zip, String comment, Watch watch) {
        ProjectFolder folder = ProjectFolder.unzip(zip);
        Map<String, String> files = new TreeMap<>(folder.files());
        JsonNode versions = versions(files.remove(VERSIONS));
        List<Line> lines = new ArrayList<>();
        folder.outside().forEach(it -> lines.add(new Line(it, "refused", 0, "It leads out of the folder.")));
        modelsFirst(files).forEach((path, text) -> {
            watch.at(lines.size(), files.size() + folder.outside().size());
            lines.add(line(path, text, versions, comment));
        });
        return new Pushed(
                lines,
                (int) lines.stream().filter(it -> it.outcome().equals("saved")).count(),
                (int) lines.stream()
                        .filter(it ->
                                it.outcome().equals("conflict") || it.outcome().equals("refused"))
                        .count());
    }

    private Line line(String path, String text, JsonNode versions, String comment) {
        Matcher scenario = SCENARIO.matcher(path);
        Matcher start = START.matcher(path);
        Matcher table = CASES.matcher(path);
        if (start.matches()) {
            return start(path, start.group(1), start.group(2), text, versions);
        }
        if (scenario.matches()) {
            return scenario(path, scenario.group(1), scenario.group(2), text);
        }
        if (table.matches()) {
            return cases(path, table.group(1), text, versions);
        }
        return ModelFile.of(path, text).kind() == ModelFile.Kind.UNKNOWN
                ? new Line(path, "refused", 0, "Nothing that belongs to a project.")
                : model(path, text, versions, comment);
    }

    /** What lies beside a model can be kept once the model is there. */
    private static Map<String, String> modelsFirst(Map<String, String> files) {
        Map<String, String> sorted = new LinkedHashMap<>();
        Stream.of(false, true)
                .flatMap(beside -> files.keySet().stream().filter(it -> beside == liesBeside(it)))
                .forEach(it -> sorted.put(it, files.get(it)));
        return sorted;
    }

    private static boolean liesBeside(String path) {
        return Stream.of(START, CASES, SCENARIO).anyMatch(it -> it.matcher(path).matches());
    }

    private Line model(String path, String text, JsonNode versions, String comment) {
        ModelFile file = ModelFile.of(path, text);
        int newest = shelf.version(file.name());
        int base = versions.path(file.name()).asInt(newest);
        return switch (shelf.save(file, Math.min(base, newest), comment)) {
            case Saved.Version(var id, var version, var changed) ->
                new Line(path, changed ? "saved" : "unchanged", version, "");
            case Saved.Conflict(var now, var author) ->
                new Line(path, "conflict", now, author + " saved version " + now + " since: pull, merge, push again.");
            case Saved.Gone gone -> new Line(path, "refused", newest, gone.words());
            case Saved.Refused(var findings) ->
                new Line(path, "refused", newest, findings.getFirst().message());
        };
    }

    private Line start(String path, String model, String name, String text, JsonNode versions) {
        if (!shelf.has(model)) {
            return new Line(path, "refused", 0, "There is no model " + model + ".");
        }
        int newest = starts.version(model, name);
        int base = versions.isEmpty() ? newest : versions.path(path).asInt(0);
        try {
            if (base != newest && !starts.holds(model, name, text)) {
                return new Line(path, "conflict", newest, "Somebody changed or removed it since: pull again.");
            }
            String former = starts.of(model).get(name);
            int version = starts.save(model, name, text);
            boolean changed = !Objects.equals(former, starts.of(model).get(name));
            return new Line(path, changed ? "saved" : "unchanged", version, "");
        } catch (ScenarioRefused refused) {
            return new Line(path, "refused", 0, String.valueOf(refused.getMessage()));
        }
    }

    private Line cases(String path, String model, String text, JsonNode versions) {
        if (!shelf.has(model)
                || shelf.find(model)
                        .filter(it -> it.kind() == ModelFile.Kind.DMN)
                        .isEmpty()) {
            return new Line(path, "refused", 0, "There is no decision table " + model + ".");
        }
        int newest = cases.of(model).version();
        int base = versions.isEmpty() ? newest : Math.min(versions.path(path).asInt(0), newest);
        try {
            return switch (cases.save(model, base, CaseFile.read(text))) {
                case Cases.Saving.Version(var version, var changed) ->
                    new Line(path, changed ? "saved" : "unchanged", version, "");
                case Cases.Saving.Conflict conflict ->
                    new Line(path, "conflict", conflict.newest(), conflict.words() + ": pull, merge, push again.");
            };
        } catch (CasesRefused refused) {
            return new Line(path, "refused", newest, String.valueOf(refused.getMessage()));
        }
    }

    private Line scenario(String path, String model, String name, String text) {
        try {
            if (text.equals(scenarios.of(model).get(name))) {
                return new Line(path, "unchanged", 0, "");
            }
            scenarios.save(model, name, text);
            return new Line(path, "saved", 0, "");
        } catch (ScenarioRefused refused) {
            return new Line(path, "refused", 0, String.valueOf(refused.getMessage()));
        }
    }

    private static JsonNode versions(@Nullable String text) {
        try {
            return text == null ? JSON.createObjectNode() : JSON.readTree(text).path("versions");
        } catch (JacksonException e) {
            throw new IllegalArgumentException(VERSIONS + " is not readable JSON", e);
        }
    }
}
