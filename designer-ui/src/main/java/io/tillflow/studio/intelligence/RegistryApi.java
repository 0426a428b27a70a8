package io.tillflow.studio.intelligence;

import io.tillflow.studio.intelligence.Models.Changes;
import io.tillflow.studio.intelligence.Models.Trainings;
import io.tillflow.studio.intelligence.Models.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prediction models for programs, under the same roles as the page; "models" are the processes and tables. */
@RestController
@RequestMapping("/api/v1/registry")
class RegistryApi {
    private final IntelligenceDesk desk;

    RegistryApi(IntelligenceDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Models models() {
        return desk.models();
    }

    @GetMapping("/{model}/versions")
    Versions versions(@PathVariable String model) {
        return desk.versions(model);
    }

    @GetMapping("/{model}/trainings")
    Trainings trainings(@PathVariable String model) {
        return desk.trainings(model);
    }

    @GetMapping("/{model}/changes")
    Changes changes(@PathVariable String model) {
        return desk.changes(model);
    }

    @GetMapping("/customer-value/scores")
    CustomerScores customers(
            @RequestParam(defaultValue = "value") String order, @RequestParam(defaultValue = "50") int limit) {
        return desk.customers(order, limit);
    }

    /** 202: a process does it; {@code GET /trainings} tells what came of it. */
    @PostMapping("/{model}/trainings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Trainings train(@PathVariable String model) {
        desk.train(model);
        return desk.trainings(model);
    }

    @PostMapping("/{model}/versions/{version}/promotion")
    Versions promote(@PathVariable String model, @PathVariable int version) {
        desk.promote(model, version);
        return desk.versions(model);
    }

    /** The model's {@code shadow} then says how it does beside the one in use. */
    @PostMapping("/{model}/versions/{version}/shadow")
    Versions shadow(@PathVariable String model, @PathVariable int version) {
        desk.shadow(model, version);
        return desk.versions(model);
    }

    @PostMapping("/{model}/shadow/end")
    Versions endShadow(@PathVariable String model) {
        desk.endShadow(model);
        return desk.versions(model);
    }

    @PostMapping("/{model}/rollback")
    Versions rollBack(@PathVariable String model) {
        desk.rollBack(model);
        return desk.versions(model);
    }
}
