package io.tillflow.studio.play;

import io.tillflow.studio.cases.Case;
import io.tillflow.studio.cases.CaseFile;
import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.lint.UploadedFiles;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Plays models on the sandbox engine; nothing of it reaches the real one. */
@RestController
@RequestMapping("/api/v1")
@RolesAllowed(Role.Is.ANALYST)
class PlayApi {
    private final Plays plays;
    private final Tests tests;
    private final Scenarios scenarios;
    private final Lint lint;

    PlayApi(Plays plays, Tests tests, Scenarios scenarios, Lint lint) {
        this.plays = plays;
        this.tests = tests;
        this.scenarios = scenarios;
        this.lint = lint;
    }

    /** A model, one scenario, and whatever else the model needs that the studio's own would not do for. */
    @PostMapping(path = "/play", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Played play(MultipartHttpServletRequest request) {
        List<ModelFile> files = UploadedFiles.of(request);
        ModelFile model = first(files, ModelFile.Kind.BPMN, "a model named .bpmn");
        ModelFile scenario = first(files, ModelFile.Kind.UNKNOWN, "a scenario named .yaml or .json");
        Playable playable = Playable.of(model);
        if (!playable.tooNew().isEmpty()) {
            throw new ScenarioRefused("Not playable here. " + playable.tooNew());
        }
        List<ModelFile> others = files.stream()
                .filter(it -> !it.name().equals(model.name()) && it.kind() != ModelFile.Kind.UNKNOWN)
                .toList();
        return plays.play(playable, others, ScenarioFile.read(scenario.name(), scenario.text()));
    }

    /** The saved model by its id, or all that have scenarios or cases. */
    @PostMapping("/tests")
    TestReport test(
            @RequestParam(defaultValue = "") String model, @RequestParam(defaultValue = "false") boolean mutate) {
        return model.isEmpty() ? tests.all(mutate) : tests.model(model, mutate);
    }

    /** A model with the scenarios or the cases that lie beside it. */
    @PostMapping(path = "/tests", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    TestReport test(MultipartHttpServletRequest request, @RequestParam(defaultValue = "false") boolean mutate) {
        List<ModelFile> files = UploadedFiles.of(request);
        Map<String, String> texts = new TreeMap<>();
        files.stream()
                .filter(it -> it.name().matches(".*\\.ya?ml"))
                .forEach(it -> texts.put(it.name().replaceFirst("\\.ya?ml$", ""), it.text()));
        Optional<List<Case>> cases = files.stream()
                .filter(it -> it.name().endsWith(".cases.json"))
                .findFirst()
                .map(it -> CaseFile.read(it.text()));
        ModelFile model = files.stream()
                .filter(it -> it.kind() == ModelFile.Kind.BPMN || it.kind() == ModelFile.Kind.DMN)
                .findFirst()
                .orElseThrow(() -> new ScenarioRefused("Expected a model named .bpmn or .dmn."));
        guarded(model);
        return tests.file(model, texts, cases, mutate);
    }

    @GetMapping("/models/{id}/scenarios")
    @RolesAllowed(Role.Is.VIEWER)
    Map<String, String> scenarios(@PathVariable String id) {
        return scenarios.of(id);
    }

    @PutMapping("/models/{id}/scenarios/{name}")
    Map<String, String> save(@PathVariable String id, @PathVariable String name, @RequestBody String source) {
        scenarios.save(id, name, source);
        return Map.of("model", id, "scenario", name);
    }

    private ModelFile first(List<ModelFile> files, ModelFile.Kind kind, String expected) {
        ModelFile found = files.stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new ScenarioRefused("Expected " + expected + "."));
        if (kind != ModelFile.Kind.UNKNOWN) {
            guarded(found);
        }
        return found;
    }

    private void guarded(ModelFile file) {
        if (lint.read(file) instanceof Lint.Reading.Refused(var finding)) {
            throw new ScenarioRefused(finding.file() + ": " + finding.message());
        }
    }
}
