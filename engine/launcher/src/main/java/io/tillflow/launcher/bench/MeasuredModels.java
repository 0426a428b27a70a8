package io.tillflow.launcher.bench;

import io.tillflow.launcher.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Made-up models in the studio, deleted when the measurement is over; what an interrupted one left is used again. */
final class MeasuredModels implements AutoCloseable {
    private final StudioReader studio;
    private final List<String> kept = new ArrayList<>();

    MeasuredModels(StudioReader studio) {
        this.studio = studio;
    }

    void keep(MadeUpModel model) {
        String path = "/models/" + model.id();
        int version = find("/models", model.id())
                .or(() -> find("/deleted-models", model.id()).map(it -> studio.post(path + "/restoration", "{}")))
                .orElseGet(() -> begin(model))
                .path("version")
                .asInt();
        kept.add(path);
        studio.put(path, "\"" + version + "\"", model.source());
    }

    /** A model begins as another's copy; one without scenarios has least to bring along. */
    private JsonNode begin(MadeUpModel model) {
        List<String> processes = lines("/models").stream()
                .filter(it -> it.path("kind").asString().equals("BPMN"))
                .map(it -> it.path("id").asString())
                .toList();
        String other = processes.stream()
                .filter(it -> studio.read("/models/" + it + "/scenarios")
                        .path("scenarios")
                        .isEmpty())
                .findFirst()
                .or(() -> processes.stream().findFirst())
                .orElseThrow(() -> new Trouble(
                        "The studio has no process to begin a model from: draw or deploy one and try again."));
        JsonNode copy = studio.post(
                "/models/" + other + "/copies", JsonMapper.shared().writeValueAsString(Map.of("name", model.name())));
        if (!copy.path("id").asString().equals(model.id())) {
            throw new Trouble("Expected the studio to make the model " + model.id() + ", but it made " + copy + ".");
        }
        return copy;
    }

    private Optional<JsonNode> find(String path, String id) {
        return lines(path).stream()
                .filter(it -> it.path("id").asString().equals(id))
                .findFirst();
    }

    private List<JsonNode> lines(String path) {
        return StreamSupport.stream(studio.read(path).path("models").spliterator(), false)
                .toList();
    }

    @Override
    public void close() {
        kept.forEach(studio::delete);
    }
}
