package io.tillflow.launcher.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that come at their time whether or not those before them are answered, so that a slow answer is not hidden by
 * asking less; the time of each counts from when it was due.
 */
record Load(HttpClient client, List<URI> pages, int perSecond, Duration lasting) {

    /** What one round came to. */
    record Round(List<Double> millis, int failed) {
        double percentile(int p) {
            List<Double> sorted = millis.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * p / 100.0) - 1);
        }
    }

    Round run() throws InterruptedException {
        long gap = 1_000_000_000L / perSecond;
        int count = Math.toIntExact(lasting.toNanos() / gap);
        List<Future<Double>> answers = new ArrayList<>(count);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            for (int n = 0; n < count; n++) {
                long due = began + n * gap;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                URI page = pages.get(n % pages.size());
                answers.add(people.submit(() -> millis(page, due)));
            }
        }
        List<Double> millis = new ArrayList<>(count);
        int failed = 0;
        for (Future<Double> answer : answers) {
            try {
                millis.add(answer.get());
            } catch (ExecutionException broken) {
                failed++;
            }
        }
        return new Round(millis, failed);
    }

    private double millis(URI page, long due) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).build();
        HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException(page + " answered " + answer.statusCode());
        }
        return (System.nanoTime() - due) / 1e6;
    }
}
