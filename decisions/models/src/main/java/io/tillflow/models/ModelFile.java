package io.tillflow.models;

import io.tillflow.models.table.BadData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model kept as one JSON document: what it is, in which format, and what was learned. */
public final class ModelFile {
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String name;
    private final JsonNode document;

    private ModelFile(String name, JsonNode document) {
        this.name = name;
        this.document = document;
    }

    /** Reads what {@code model fit} wrote. */
    public static ModelFile read(Path file) {
        try {
            return read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BadData(file + " cannot be read: expected a model that `model fit` wrote");
        }
    }

    /** As {@link #read(Path)}. */
    public static ModelFile read(String name, byte[] bytes) {
        try {
            ModelFile file = new ModelFile(name, JSON.readTree(bytes));
            if (file.document.path("format").asInt(0) != FORMAT) {
                throw new BadData(name + " is no model of format " + FORMAT + ": fit it again");
            }
            return file;
        } catch (JacksonException e) {
            throw new BadData(name + " is no model that `model fit` wrote: " + e.getOriginalMessage());
        }
    }

    static byte[] write(String predictor, Object model) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("model", predictor);
        document.put("format", FORMAT);
        document.put("content", model);
        return JSON.writeValueAsBytes(document);
    }

    /** Which predictor wrote it. */
    public String predictor() {
        return document.path("model").asString("");
    }

    <M> M model(Class<M> type) {
        try {
            return JSON.treeToValue(document.path("content"), type);
        } catch (JacksonException e) {
            throw new BadData(name + " is damaged: " + e.getOriginalMessage());
        }
    }
}
