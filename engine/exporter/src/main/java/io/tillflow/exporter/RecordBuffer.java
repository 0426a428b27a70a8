package io.tillflow.exporter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What has been taken from the broker and not yet been handed to the writer: bounded in records and bytes. */
final class RecordBuffer {

    private final int maxRecords;
    private final long maxBytes;
    private final ArrayDeque<ExportedRecord> records = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private long bytes;
    private boolean closed;

    RecordBuffer(int maxRecords, long maxBytes) {
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
    }

    /** Takes the record, or answers false when there is no room for it in time. */
    boolean offer(ExportedRecord record, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (isFull(record)) {
                if (left <= 0 || closed) {
                    return false;
                }
                left = drained.awaitNanos(left);
            }
            if (closed) {
                return false;
            }
            records.add(record);
            bytes += record.json().length();
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** A single record larger than the whole buffer still has to get through. */
    private boolean isFull(ExportedRecord next) {
        return !records.isEmpty()
                && (records.size() >= maxRecords || bytes + next.json().length() > maxBytes);
    }

    /** Waits for a record, then a little for more; empty only after {@link #close}. */
    List<ExportedRecord> take(int atMost, Duration linger) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (records.isEmpty() && !closed) {
                filled.await();
            }
            long left = linger.toNanos();
            while (left > 0 && records.size() < atMost && bytes < maxBytes / 2 && !closed) {
                left = filled.awaitNanos(left);
            }
            return drain(atMost);
        } finally {
            lock.unlock();
        }
    }

    private List<ExportedRecord> drain(int atMost) {
        List<ExportedRecord> batch = new ArrayList<>(Math.min(atMost, records.size()));
        while (batch.size() < atMost && !records.isEmpty()) {
            ExportedRecord record = records.poll();
            bytes -= record.json().length();
            batch.add(record);
        }
        drained.signalAll();
        return batch;
    }

    /** Waits until the given time has passed or the buffer is closed. */
    void awaitClose(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (left > 0 && !closed) {
                filled.await(left, TimeUnit.NANOSECONDS);
                left = deadline - System.nanoTime();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what is in it can still be taken out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
