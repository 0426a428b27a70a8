package io.tillflow.studio.models;

import io.tillflow.engine.Broker;
import io.tillflow.engine.CommandFailed;
import io.tillflow.engine.Deployment;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.platform.Database;
import io.tillflow.studio.platform.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the models that Tillflow ships into the studio as version 1 and, once ever, into the engine. A newer Tillflow adds its models
 * as versions where nobody changed them; what people saved or deployed is theirs and is never replaced.
 */
@Component
class ShippedModels {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);
    private static final String COMMENT = "As shipped";

    private final Drawing drawing;
    private final Broker broker;
    private final Engine engine;
    private final Database database;
    private final JdbcClient jdbc;
    private final AtomicBoolean deployed = new AtomicBoolean();

    ShippedModels(Drawing drawing, Broker broker, Engine engine, Database database, JdbcClient jdbc) {
        this.drawing = drawing;
        this.broker = broker;
        this.engine = engine;
        this.database = database;
        this.jdbc = jdbc;
    }

    @EventListener
    void keep(Database.Migrated event) {
        for (ModelFile file : files()) {
            Saved saved = drawing.ship(file.name(), text(file), COMMENT);
            LOG.info("{}: {}", file.name(), saved);
        }
    }

    /** All files in one deployment, so that the first order finds every decision and form its process asks for. */
    @Scheduled(fixedDelay = 1000)
    void deployOnce() {
        if (deployed.get() || !database.ready() || !engine.answers()) {
            return;
        }
        try {
            if (!wereDeployed()) {
                Deployment done = broker.deploy(files().stream()
                        .map(file -> new Deployment.Resource(file.name(), file.content()))
                        .toList());
                jdbc.sql("INSERT INTO studio.shipped_deployment (deployment_key) VALUES (:key)")
                        .param("key", done.key())
                        .update();
                LOG.info("deployed the shipped models: {}", done.deployed());
            }
            deployed.set(true);
        } catch (CommandFailed failure) {
            LOG.warn("the shipped models are not deployed yet: {}", failure.getMessage());
        }
    }

    private boolean wereDeployed() {
        return files().isEmpty()
                || jdbc.sql("SELECT EXISTS (SELECT FROM studio.shipped_deployment)")
                        .query(Boolean.class)
                        .single();
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
