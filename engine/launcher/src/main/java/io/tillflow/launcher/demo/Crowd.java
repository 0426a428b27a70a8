package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.plan.Plan;
import io.tillflow.launcher.demo.plan.PlannedOrder;
import io.tillflow.launcher.demo.robots.Shopper;
import io.tillflow.launcher.demo.robots.Visit;
import io.tillflow.launcher.demo.suite.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Sends shoppers into the shop when their time has come, whether or not those before them are through. */
final class Crowd {
    private final Shopper shopper;
    private final Semaphore room;

    Crowd(Shopper shopper, int atOnce) {
        this.shopper = shopper;
        this.room = new Semaphore(atOnce, true);
    }

    /** Comes back when the last shopper has left. */
    List<Visit> visit(Plan plan) {
        long opened = System.nanoTime();
        List<Future<Visit>> visits = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (PlannedOrder order : plan.orders()) {
                Pause.of(order.at().minus(Duration.ofNanos(System.nanoTime() - opened)));
                room.acquireUninterruptibly();
                visits.add(people.submit(() -> one(order)));
            }
        }
        return visits.stream().map(Crowd::result).toList();
    }

    private Visit one(PlannedOrder order) {
        try {
            return shopper.visit(order);
        } finally {
            room.release();
        }
    }

    private static Visit result(Future<Visit> visit) {
        try {
            return visit.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("expected a shopper to come back", broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a shopper", stopped);
        }
    }
}
