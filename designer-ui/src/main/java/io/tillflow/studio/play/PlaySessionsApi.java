package io.tillflow.studio.play;

import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Plays by hand: each step is a line of a scenario, or {@code next}, {@code run} and {@code wait: next}. */
@RestController
@RequestMapping("/api/v1")
@RolesAllowed(Role.Is.ANALYST)
class PlaySessionsApi {
    private final PlaySessions sessions;
    private final Examples examples;
    private final Keeping keeping;
    private final PlayedFiles files;
    private final CurrentUser user;

    PlaySessionsApi(PlaySessions sessions, Examples examples, Keeping keeping, PlayedFiles files, CurrentUser user) {
        this.sessions = sessions;
        this.examples = examples;
        this.keeping = keeping;
        this.files = files;
        this.user = user;
    }

    /**
     * What to play.
     *
     * @param version nothing for one's own draft, or else the newest
     * @param example begins with it at once
     */
    record Wish(
            String model,
            @Nullable Integer version,
            @Nullable String example) {}

    /** What can be begun with. */
    @GetMapping("/models/{id}/examples")
    Map<String, List<Example>> examples(@PathVariable String id) {
        PlayedFiles.Chosen chosen = chosen(id, null);
        return Map.of("examples", examples.of(id, files.playable(chosen.file())));
    }

    @GetMapping("/play/sessions")
    Map<String, Object> mine() {
        return Map.of(
                "most",
                sessions.most(),
                "sessions",
                sessions.of(user.name()).stream().map(PlaySession::scene).toList());
    }

    @PostMapping("/play/sessions")
    ResponseEntity<Scene> open(@RequestBody Wish wish) {
        PlayedFiles.Chosen chosen = chosen(wish.model(), wish.version());
        Playable playable = files.playable(chosen.file());
        Example example = wish.example() == null ? null : example(wish.model(), playable, wish.example());
        PlaySession session = sessions.open(wish.model(), chosen.version(), chosen.file(), user.name());
        if (example != null) {
            session.restart(examples.script(wish.model(), example.id()));
            session.take(example.start());
        }
        return ResponseEntity.created(URI.create("/api/v1/play/sessions/" + session.id()))
                .body(session.scene());
    }

    private Example example(String model, Playable playable, String id) {
        return examples.of(model, playable).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing("There is no example " + id + " of " + model + "."));
    }

    @GetMapping("/play/sessions/{id}")
    Scene scene(@PathVariable String id) {
        return session(id).scene();
    }

    @PostMapping("/play/sessions/{id}/steps")
    Scene step(@PathVariable String id, @RequestBody JsonNode step) {
        PlaySession session = session(id);
        if (step.has("run")) {
            session.run();
        } else if (step.has("next")) {
            if (!session.next()) {
                throw new ScenarioRefused("No job waits for an answer.");
            }
        } else if (step.path("wait").asString("").equals("next")) {
            session.passToNextTimer();
        } else {
            session.take(ScenarioFile.step(step));
        }
        return session.scene();
    }

    /** What the scenario is called. */
    record Title(String name) {}

    /** Plays it once more; what goes the same way again is kept with the model. */
    @PostMapping("/play/sessions/{id}/scenario")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> keep(@PathVariable String id, @RequestBody Title title) {
        PlaySession session = session(id);
        String text = keeping.proven(session, title.name());
        String model = session.subject().model();
        return Map.of("model", model, "scenario", keeping.keep(model, title.name(), text), "source", text);
    }

    @DeleteMapping("/play/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id) {
        sessions.close(session(id).id());
    }

    private PlayedFiles.Chosen chosen(String model, @Nullable Integer version) {
        return files.find(model, version, user.name())
                .orElseThrow(() -> missing(
                        "There is no process " + model + (version == null ? "." : " with a version " + version + ".")));
    }

    private PlaySession session(String id) {
        return sessions.find(id, user.name())
                .orElseThrow(
                        () -> missing("There is no play " + id + " of yours; plays end when nobody looks at them."));
    }

    private static ResponseStatusException missing(String reason) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
    }
}
