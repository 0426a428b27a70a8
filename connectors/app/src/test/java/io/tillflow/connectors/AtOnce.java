package io.tillflow.connectors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two who do the same at the same moment. */
final class AtOnce {
    private AtOnce() {}

    /** Lets each do it four times; what one of them throws is thrown. */
    static void each(Callable<?> staff, Callable<?> automation) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                for (Callable<?> one : List.of(staff, automation)) {
                    running.add(threads.submit(() -> {
                        start.await();
                        return one.call();
                    }));
                }
            }
            start.countDown();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
