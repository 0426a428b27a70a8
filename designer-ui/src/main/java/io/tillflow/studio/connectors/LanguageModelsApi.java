package io.tillflow.studio.connectors;

import io.tillflow.studio.connectors.LanguageModels.Calls;
import io.tillflow.studio.connectors.LanguageModels.Prompt;
import io.tillflow.studio.connectors.LanguageModels.Prompts;
import io.tillflow.studio.connectors.LanguageModels.Told;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Language models for programs, under the same roles as the page. */
@RestController
@RequestMapping("/api/v1/ai")
class LanguageModelsApi {
    private final LanguageModelsDesk desk;

    LanguageModelsApi(LanguageModelsDesk desk) {
        this.desk = desk;
    }

    record Text(@Nullable String text) {}

    @GetMapping
    LanguageModels now() {
        return desk.now();
    }

    @GetMapping("/calls")
    Calls calls(@RequestParam @Nullable Long before, @RequestParam(defaultValue = "50") int limit) {
        return desk.calls(before, limit);
    }

    @GetMapping("/prompts")
    Prompts prompts() {
        return desk.prompts();
    }

    @GetMapping("/prompts/{name}")
    Prompts versions(@PathVariable String name) {
        return desk.versions(name);
    }

    @PutMapping("/prompts/{name}")
    Prompt write(@PathVariable String name, @RequestBody Text asked) {
        return desk.write(name, asked.text());
    }

    @PostMapping("/questions")
    Told ask(@RequestBody Map<String, Object> question) {
        return desk.ask(question);
    }
}
