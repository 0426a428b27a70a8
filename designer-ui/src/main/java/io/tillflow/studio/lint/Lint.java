package io.tillflow.studio.lint;

import io.tillflow.studio.conversion.SharedIds;
import io.tillflow.studio.markup.Markup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Judges files in the order of danger: as bytes, as XML, by the rules of BPMN and the engine, by what is deployed. */
@Service
public class Lint {
    /** The largest file anybody may bring, in bytes. */
    public static final int LARGEST = Guard.LARGEST;

    private final BpmnLinter bpmn;
    private final DmnRules dmn;
    private final OwnRules own;
    private final KnownData known;

    Lint(BpmnLinter bpmn, DmnRules dmn, OwnRules own, KnownData known) {
        this.known = known;
        this.bpmn = bpmn;
        this.dmn = dmn;
        this.own = own;
    }

    /** Everything worth knowing about the files, errors first; nothing is sent anywhere. */
    public List<Finding> check(List<ModelFile> files) {
        List<Finding> findings = new ArrayList<>(sameNames(files));
        Batch batch = batch(files);
        files.forEach(file -> findings.addAll(check(file, batch)));
        findings.sort((a, b) -> a.severity().compareTo(b.severity()));
        return List.copyOf(findings);
    }

    /** Why the file may not even be kept; empty when it is safe to open, however wrong it is. */
    public List<Finding> guard(ModelFile file) {
        return switch (Guard.look(file)) {
            case Guard.Verdict.Refused(Finding finding) -> List.of(finding);
            case Guard.Verdict.Passed passed -> List.of();
        };
    }

    /** A file as text, or why it may not even be read. */
    public sealed interface Reading {
        /** It may. */
        record Text(String text) implements Reading {}

        /** It may not. */
        record Refused(Finding finding) implements Reading {}
    }

    /** Reads a file that is safe to parse. */
    public Reading read(ModelFile file) {
        return switch (Guard.look(file)) {
            case Guard.Verdict.Refused(Finding finding) -> new Reading.Refused(finding);
            case Guard.Verdict.Passed(String text) -> new Reading.Text(text);
        };
    }

    /** What only the server knows of a model that the browser judges by the same rules already. */
    public List<Finding> beyondBrowser(ModelFile file) {
        return switch (Guard.look(file)) {
            case Guard.Verdict.Refused(Finding finding) -> List.of(finding);
            case Guard.Verdict.Passed(String text) ->
                switch (file.kind()) {
                    case BPMN -> own.check(file.name(), text, batch(List.of(file)));
                    case DMN -> dmn.check(file.name(), text);
                    case FORM, UNKNOWN -> List.of();
                };
        };
    }

    private static Batch batch(List<ModelFile> files) {
        return Batch.of(files.stream()
                .filter(file -> Guard.look(file) instanceof Guard.Verdict.Passed)
                .toList());
    }

    private List<Finding> check(ModelFile file, Batch batch) {
        return switch (Guard.look(file)) {
            case Guard.Verdict.Refused(Finding finding) -> List.of(finding);
            case Guard.Verdict.Passed(String text) ->
                switch (file.kind()) {
                    case BPMN -> bpmn(file.name(), text, batch);
                    case DMN -> dmn.check(file.name(), text);
                    case FORM, UNKNOWN -> List.of();
                };
        };
    }

    private List<Finding> bpmn(String file, String xml, Batch batch) {
        List<Finding> findings = new ArrayList<>(bpmn.lint(file, xml, known.json(batch.files())));
        Set<String> shared = SharedIds.in(Markup.parse(xml)).keySet();
        findings.removeIf(it -> shared.stream().anyMatch(id -> it.message().contains("duplicate ID <" + id + ">")));
        if (findings.stream().noneMatch(finding -> finding.isError() && "readable".equals(finding.rule()))) {
            Stream<Finding> engine = shared.isEmpty() ? EngineRules.check(file, xml).stream() : Stream.empty();
            engine.filter(found -> findings.stream()
                            .noneMatch(known ->
                                    known.isError() && known.elementId().equals(found.elementId())))
                    .toList()
                    .forEach(findings::add);
            findings.addAll(own.check(file, xml, batch));
        }
        return findings;
    }

    private static List<Finding> sameNames(List<ModelFile> files) {
        Set<String> seen = new HashSet<>();
        return files.stream()
                .map(ModelFile::name)
                .filter(name -> !seen.add(name))
                .map(name ->
                        Finding.error(name, "", "same-name", "Two files have this name; one would hide the other."))
                .toList();
    }
}
