package io.tillflow.studio.lint;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the browser's lint bundle on the server, in a JavaScript engine that can reach nothing outside itself. One thread owns the
 * engine; a model that takes too long costs that engine, not the studio.
 */
@Component
class BpmnLinter {
    private static final Logger LOG = LoggerFactory.getLogger(BpmnLinter.class);
    private static final long PATIENCE_SECONDS = 90;

    private record Report(String elementId, String rule, String severity, String message, List<String> entryIds) {}

    private final JsonMapper json;
    private final Source bundle = bundle();
    private final Engine engine = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("lint").factory());
    private @Nullable Context context;

    BpmnLinter(JsonMapper json) {
        this.json = json;
    }

    /** The first model should not wait for the engine to load. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Future<?> unused = thread.submit(this::open);
    }

    List<Finding> lint(String file, String xml) {
        Future<String> answer = thread.submit(() -> run(xml));
        try {
            return json
                    .readValue(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS), new TypeReference<List<Report>>() {})
                    .stream()
                    .map(report -> finding(file, report))
                    .toList();
        } catch (TimeoutException e) {
            giveUp();
            return List.of(Finding.error(file, "", "too-large", "Checking the model took too long; it was stopped."));
        } catch (ExecutionException e) {
            LOG.warn("the rules failed on {}", file, e.getCause());
            return List.of(Finding.error(file, "", "readable", "The rules could not make sense of this model."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking " + file, e);
        }
    }

    private static Finding finding(String file, Report report) {
        var severity = "error".equals(report.severity()) ? Finding.Severity.ERROR : Finding.Severity.WARNING;
        return new Finding(file, report.elementId(), report.rule(), severity, report.message(), report.entryIds());
    }

    private String run(String xml) {
        Value linter = open().getBindings("js").getMember("Tillflow");
        String[] outcome = new String[2];
        ProxyExecutable done = arguments -> outcome[0] = arguments[0].asString();
        ProxyExecutable failed = arguments -> outcome[1] = arguments[0].asString();
        linter.invokeMember("lintBpmn", xml, done, failed);
        if (outcome[0] == null) {
            throw new IllegalStateException(Objects.requireNonNullElse(outcome[1], "the rules did not answer"));
        }
        return outcome[0];
    }

    private synchronized Context open() {
        if (context == null) {
            context = Context.newBuilder("js").engine(engine).build();
            context.eval(bundle);
        }
        return context;
    }

    private synchronized void giveUp() {
        if (context != null) {
            context.close(true);
            context = null;
        }
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
        engine.close(true);
    }

    private static Source bundle() {
        try (InputStream file = BpmnLinter.class.getResourceAsStream("/lint/server.js")) {
            return Source.newBuilder(
                            "js",
                            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8),
                            "server.js")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
