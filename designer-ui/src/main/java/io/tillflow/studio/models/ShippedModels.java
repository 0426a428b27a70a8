package io.tillflow.studio.models;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.platform.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the models that Tillflow ships into the studio as version 1; the connectors bring them into the engine. A newer Tillflow adds its
 * models as versions where nobody changed them; what people saved or deployed is theirs and is never replaced.
 */
@Component
class ShippedModels {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);
    private static final String COMMENT = "As shipped";

    private final Drawing drawing;

    ShippedModels(Drawing drawing) {
        this.drawing = drawing;
    }

    @EventListener
    void keep(Database.Migrated event) {
        for (ModelFile file : files()) {
            Saved saved = drawing.ship(file.name(), text(file), COMMENT);
            LOG.info("{}: {}", file.name(), saved);
        }
    }

    private static String text(ModelFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    private static List<ModelFile> files() {
        try {
            List<ModelFile> files = new ArrayList<>();
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/models/**/*.*")) {
                ModelFile file = new ModelFile(
                        Objects.requireNonNullElse(resource.getFilename(), ""), resource.getContentAsByteArray());
                if (file.kind() != ModelFile.Kind.UNKNOWN
                        && files.stream().noneMatch(known -> Arrays.equals(known.content(), file.content()))) {
                    files.add(file);
                }
            }
            files.sort(Comparator.comparing(ModelFile::name));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
