package io.tillflow.studio.models;

import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Proofs.Proof;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is proved of the files of one deployment, by their names. */
record Proved(Map<String, Proof> proofs) {
    static final Proved NOTHING = new Proved(Map.of());

    static Proved of(Proofs proofs, List<ModelFile> files, Proofs.Watch watch) {
        Map<String, Proof> found = new LinkedHashMap<>();
        for (ModelFile file : files) {
            List<ModelFile> others =
                    files.stream().filter(it -> !it.name().equals(file.name())).toList();
            found.put(file.name(), proofs.of(file, others, watch));
        }
        return new Proved(found);
    }

    Proof of(String file) {
        return proofs.getOrDefault(file, Proof.NOTHING);
    }

    int count() {
        return proofs.values().stream().mapToInt(Proof::count).sum();
    }

    List<Finding> red() {
        return proofs.values().stream().flatMap(it -> it.red().stream()).toList();
    }

    /** What deploying anyway makes of the red ones. */
    List<Finding> doubts() {
        return red().stream()
                .map(it -> Finding.warning(it.file(), it.elementId(), it.rule(), it.message()))
                .toList();
    }

    List<String> notPlayable() {
        return proofs.entrySet().stream()
                .filter(it -> !it.getValue().notPlayable().isEmpty())
                .map(it -> it.getKey() + ": " + it.getValue().notPlayable())
                .toList();
    }
}
