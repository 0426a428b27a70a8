package io.tillflow.studio.models;

import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Proofs.Proof;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is proved of the files of one deployment, by their names.
 *
 * @param basis what it rests on; empty where nothing was proved
 */
record Proved(Map<String, Proof> proofs, String basis) {
    static final Proved NOTHING = new Proved(Map.of(), "");

    static Proved of(Proofs proofs, List<ModelFile> files, Proofs.Watch watch) {
        // taken first: what changes while they are played is found later
        String basis = basis(proofs, files);
        Map<String, Proof> found = new LinkedHashMap<>();
        files.forEach(file -> found.put(file.name(), proofs.of(file, beside(file, files), watch)));
        return new Proved(found, basis);
    }

    /** Whether nothing that it rests on was changed since; of other files than those it was proved of it never holds. */
    boolean holds(Proofs proofs, List<ModelFile> files) {
        return basis.isEmpty() || basis.equals(basis(proofs, files));
    }

    private static String basis(Proofs proofs, List<ModelFile> files) {
        return files.stream()
                .map(file -> file.name() + " " + proofs.basis(file, beside(file, files)))
                .collect(Collectors.joining("\n"));
    }

    private static List<ModelFile> beside(ModelFile file, List<ModelFile> files) {
        return files.stream().filter(it -> !it.name().equals(file.name())).toList();
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
