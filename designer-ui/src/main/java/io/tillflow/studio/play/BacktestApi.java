package io.tillflow.studio.play;

import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.lint.UploadedFiles;
import io.tillflow.studio.models.Shelf;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Backtests of saved models and of drafts. */
@RestController
@RequestMapping("/api/v1/backtests")
@RolesAllowed(Role.Is.ANALYST)
class BacktestApi {
    private static final int LONGEST_DAYS = 3650;
    private static final int MOST = 500;

    private final Backtests backtests;
    private final Shelf shelf;
    private final Lint lint;

    BacktestApi(Backtests backtests, Shelf shelf, Lint lint) {
        this.backtests = backtests;
        this.shelf = shelf;
        this.lint = lint;
    }

    /** The saved model. */
    @PostMapping
    BacktestReport saved(
            @RequestParam String model,
            @RequestParam(defaultValue = "7") int days,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(defaultValue = "") String instance) {
        ModelFile file = shelf.find(model)
                .filter(it -> it.kind() == ModelFile.Kind.BPMN)
                .orElseThrow(() -> new ScenarioRefused("There is no process model " + model + "."));
        return run(file, new Backtests.Past(days, limit, instance));
    }

    /** A draft as the only file. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    BacktestReport draft(
            MultipartHttpServletRequest request,
            @RequestParam(defaultValue = "7") int days,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(defaultValue = "") String instance) {
        List<ModelFile> files = UploadedFiles.of(request);
        if (files.size() != 1 || files.getFirst().kind() != ModelFile.Kind.BPMN) {
            throw new ScenarioRefused("Expected one file named .bpmn.");
        }
        if (lint.read(files.getFirst()) instanceof Lint.Reading.Refused(var finding)) {
            throw new ScenarioRefused(finding.file() + ": " + finding.message());
        }
        return run(files.getFirst(), new Backtests.Past(days, limit, instance));
    }

    private BacktestReport run(ModelFile file, Backtests.Past past) {
        if (past.days() < 1 || past.days() > LONGEST_DAYS || past.limit() < 1 || past.limit() > MOST) {
            throw new ScenarioRefused("Expected 1 to " + LONGEST_DAYS + " days and 1 to " + MOST + " instances.");
        }
        return backtests.run(Playable.of(file), past, Backtests.Watch.NONE);
    }
}
