package io.tillflow.studio.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Judges files in the order of danger: as bytes, as XML, by the rules of BPMN and the engine, by what is deployed. */
@Service
public class Lint {
    /** The largest file anybody may bring, in bytes. */
    public static final int LARGEST = Guard.LARGEST;

    private final BpmnLinter bpmn;
    private final DmnRules dmn;
    private final OwnRules own;

    Lint(BpmnLinter bpmn, DmnRules dmn, OwnRules own) {
        this.bpmn = bpmn;
        this.dmn = dmn;
        this.own = own;
    }

    /** Everything worth knowing about the files, errors first; nothing is sent anywhere. */
    public List<Finding> check(List<ModelFile> files) {
        List<Finding> findings = new ArrayList<>(sameNames(files));
        files.forEach(file -> findings.addAll(check(file)));
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

    /** What only the server knows of a model that the browser judges by the same rules already. */
    public List<Finding> beyondBrowser(ModelFile file) {
        return switch (Guard.look(file)) {
            case Guard.Verdict.Refused(Finding finding) -> List.of(finding);
            case Guard.Verdict.Passed(String text) ->
                switch (file.kind()) {
                    case BPMN -> own.check(file.name(), text);
                    case DMN -> dmn.check(file.name(), text);
                    case FORM, UNKNOWN -> List.of();
                };
        };
    }

    private List<Finding> check(ModelFile file) {
        return switch (Guard.look(file)) {
            case Guard.Verdict.Refused(Finding finding) -> List.of(finding);
            case Guard.Verdict.Passed(String text) ->
                switch (file.kind()) {
                    case BPMN -> bpmn(file.name(), text);
                    case DMN -> dmn.check(file.name(), text);
                    case FORM, UNKNOWN -> List.of();
                };
        };
    }

    private List<Finding> bpmn(String file, String xml) {
        List<Finding> findings = new ArrayList<>(bpmn.lint(file, xml));
        if (findings.stream().noneMatch(finding -> finding.isError() && "readable".equals(finding.rule()))) {
            EngineRules.check(file, xml).stream()
                    .filter(found -> findings.stream()
                            .noneMatch(known ->
                                    known.isError() && known.elementId().equals(found.elementId())))
                    .toList()
                    .forEach(findings::add);
            findings.addAll(own.check(file, xml));
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
