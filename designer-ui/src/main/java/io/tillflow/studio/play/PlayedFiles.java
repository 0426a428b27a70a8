package io.tillflow.studio.play;

import io.tillflow.studio.lint.Lint;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Shelf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds what is meant when somebody wants to play a model: their draft, a version, or else the newest. */
@Service
public class PlayedFiles {
    private final Shelf shelf;
    private final Lint lint;

    PlayedFiles(Shelf shelf, Lint lint) {
        this.shelf = shelf;
        this.lint = lint;
    }

    /** A file to play; version 0 is a draft. */
    public record Chosen(int version, ModelFile file) {}

    /** The draft if there is one and nobody asks for a version; empty when there is no such process. */
    public Optional<Chosen> find(String modelId, @Nullable Integer version, String author) {
        if (version != null) {
            return shelf.version(modelId, version)
                    .map(file -> new Chosen(version, file))
                    .filter(PlayedFiles::isProcess);
        }
        return shelf.drawn(modelId, author)
                .map(file -> new Chosen(0, file))
                .or(() -> shelf.find(modelId).map(file -> new Chosen(shelf.version(file.name()), file)))
                .filter(PlayedFiles::isProcess);
    }

    private static boolean isProcess(Chosen chosen) {
        return chosen.file().kind() == ModelFile.Kind.BPMN;
    }

    /** The process in it, if it is a file that can be read. */
    public Playable playable(ModelFile file) {
        if (lint.read(file) instanceof Lint.Reading.Refused(var finding)) {
            throw new ScenarioRefused(finding.file() + ": " + finding.message());
        }
        return Playable.of(file);
    }
}
