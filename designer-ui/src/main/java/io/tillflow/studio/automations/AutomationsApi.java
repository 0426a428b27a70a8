package io.tillflow.studio.automations;

import io.tillflow.studio.automations.Automation.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Automations for programs, under the same roles as the pages. */
@RestController
@RequestMapping("/api/v1/automations")
class AutomationsApi {
    private static final int PAGE = 50;

    private final AutomationsDesk desk;

    AutomationsApi(AutomationsDesk desk) {
        this.desk = desk;
    }

    record Automations(List<Automation> items) {}

    record Change(@Nullable String state, @Nullable String reason) {}

    record Published(int published) {}

    @GetMapping
    Automations all() {
        return new Automations(desk.all());
    }

    @GetMapping("/{id}")
    Automation one(@PathVariable String id) {
        return desk.one(id);
    }

    @PutMapping("/{id}")
    Automation change(@PathVariable String id, @RequestBody Change change) {
        return desk.change(id, change.state(), change.reason());
    }

    @PutMapping("/{id}/limits")
    Automation limit(@PathVariable String id, @RequestBody Limits limits) {
        return desk.limit(id, limits);
    }

    @PostMapping("/{id}/unwanted/publication")
    Published publishUnwanted(@PathVariable String id) {
        return new Published(desk.publishUnwanted(id));
    }

    @GetMapping("/{id}/would-have")
    AutomationsDesk.WouldHavePage wouldHave(@PathVariable String id, @RequestParam @Nullable String after) {
        return desk.wouldHave(id, after, PAGE);
    }
}
