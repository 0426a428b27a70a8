package io.tillflow.launcher.demo.suite;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Speaks HTTP like any outsider; what a server cannot answer just now is asked again, under the same key. */
public final class Http implements AutoCloseable {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Duration patience;

    /** @param patience how long a call that may succeed later is repeated before it counts as failed */
    public Http(Duration patience) {
        this.patience = patience;
    }

    /** Sends a call once or, while the server is away or busy, until {@code patience} ends. */
    public Answer send(Call call) {
        long giveUp = System.nanoTime() + patience.toNanos();
        Duration pause = Duration.ofMillis(100);
        while (true) {
            String trouble;
            try {
                Answer answer = once(call);
                if (!answer.later()) {
                    return answer;
                }
                trouble = answer.summary();
            } catch (IOException unreachable) {
                trouble = unreachable.toString();
            }
            if (System.nanoTime() > giveUp) {
                throw new Unreachable(call.summary() + ": " + trouble);
            }
            Pause.of(pause);
            pause = pause.multipliedBy(2).compareTo(Duration.ofSeconds(2)) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    private Answer once(Call call) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(call.url())).timeout(ANSWER_LIMIT);
        call.headers().forEach(request::setHeader);
        request.method(
                call.method(),
                call.body().isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(call.body()));
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    call.summary(),
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for " + call.summary());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
