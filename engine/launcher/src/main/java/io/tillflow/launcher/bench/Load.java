package io.tillflow.launcher.bench;

import java.io.IOException;
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
record Load(HttpClient client, List<HttpRequest> pages, int perSecond, Duration lasting) {

    /** One page that was answered; what its rows took is told by the shop itself, NaN where it tells nothing. */
    record Answer(double millis, double rows) {}

    /** What one round came to. */
    record Round(List<Answer> answers, int failed) {
        double percentile(int p) {
            return nearest(answers.stream().mapToDouble(Answer::millis).sorted().toArray(), p);
        }

        double rows(int p) {
            return nearest(
                    answers.stream()
                            .mapToDouble(Answer::rows)
                            .filter(Double::isFinite)
                            .sorted()
                            .toArray(),
                    p);
        }

        private static double nearest(double[] sorted, int p) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(sorted.length * p / 100.0) - 1];
        }
    }

    Round run() throws InterruptedException {
        long gap = 1_000_000_000L / perSecond;
        int count = Math.toIntExact(lasting.toNanos() / gap);
        List<Future<Answer>> answers = new ArrayList<>(count);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            for (int n = 0; n < count; n++) {
                long due = began + n * gap;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                HttpRequest page = pages.get(n % pages.size());
                answers.add(people.submit(() -> open(page, due)));
            }
        }
        List<Answer> answered = new ArrayList<>(count);
        int failed = 0;
        for (Future<Answer> answer : answers) {
            try {
                answered.add(answer.get());
            } catch (ExecutionException broken) {
                failed++;
            }
        }
        return new Round(answered, failed);
    }

    private Answer open(HttpRequest page, long due) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(page, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException(page.uri() + " answered " + answer.statusCode());
        }
        return new Answer((System.nanoTime() - due) / 1e6, ShopPages.rows(answer));
    }
}
