package io.tillflow.studio.bundle;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the browser's bundle of editor libraries and rules on the server, in a JavaScript engine that can reach nothing outside itself.
 * One thread owns the engine; a model that takes too long costs that engine, not the studio.
 */
@Component
public class EditorBundle {
    private static final long PATIENCE_SECONDS = 90;

    private final Source bundle = bundle();
    private final Engine engine = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("editor-bundle").factory());
    private @Nullable Context context;

    /** The first model should not wait for the engine to load. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Future<?> unused = thread.submit(this::open);
    }

    /** Calls a function of the bundle with texts; answers its JSON, or throws {@link BundleFailed}. */
    public String call(String function, String... texts) {
        return answer(begin(function, texts));
    }

    /** Calls a function whose answer is not needed yet. */
    public Future<String> begin(String function, String... texts) {
        return thread.submit(() -> run(function, texts));
    }

    /** Waits for what was begun; answers its JSON, or throws {@link BundleFailed}. */
    public String answer(Future<String> begun) {
        try {
            return begun.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            giveUp();
            throw new BundleFailed("It took too long and was stopped.", true);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case BundleFailed failed -> failed;
                case PolyglotException stopped
                when stopped.isCancelled() ->
                    new BundleFailed("It was stopped with another call that took too long.", true);
                case null, default -> new BundleFailed(String.valueOf(e.getCause()), false);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the editor's libraries ran", e);
        }
    }

    private String run(String function, String[] texts) {
        Value exports = open().getBindings("js").getMember("Tillflow");
        String[] outcome = new String[2];
        ProxyExecutable done = arguments -> outcome[0] = arguments[0].asString();
        ProxyExecutable failed = arguments -> outcome[1] = arguments[0].asString();
        List<Object> parameters = new ArrayList<>(List.of(texts));
        parameters.addAll(List.of(done, failed));
        exports.invokeMember(function, parameters.toArray());
        if (outcome[0] == null) {
            throw new BundleFailed(Objects.requireNonNullElse(outcome[1], "the libraries did not answer"), false);
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
    public void close() {
        thread.shutdownNow();
        engine.close(true);
    }

    private static Source bundle() {
        try (InputStream file = EditorBundle.class.getResourceAsStream("/lint/server.js")) {
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
