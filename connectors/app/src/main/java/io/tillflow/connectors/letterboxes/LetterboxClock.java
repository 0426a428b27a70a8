package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.connectors.letterboxes.LetterboxBook.Kept;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every second which letterboxes are due; a server that is slow keeps no other waiting, and few are read at once. */
@Component
class LetterboxClock {
    private static final Logger log = LoggerFactory.getLogger(LetterboxClock.class);
    private static final int AT_ONCE = 2;

    private final Letterboxes letterboxes;
    private final ToldLetters told;
    private final ReturnedLetters returned;
    private final SchemaMigration schema;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Set<String> reading = ConcurrentHashMap.newKeySet();
    private final ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();

    LetterboxClock(Letterboxes letterboxes, ToldLetters told, ReturnedLetters returned, SchemaMigration schema) {
        this.letterboxes = letterboxes;
        this.told = told;
        this.returned = returned;
        this.schema = schema;
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        while (schema.done() && free.tryAcquire()) {
            if (!begin()) {
                free.release();
                return;
            }
        }
    }

    private boolean begin() {
        try {
            Optional<Kept> due = letterboxes.takeDue();
            due.ifPresent(this::lookUnlessReading);
            return due.isPresent();
        } catch (DataAccessException | TransactionException e) {
            log.debug("letterboxes wait for the database; letters wait in their mailboxes", e);
            return false;
        }
    }

    /** One that we still read was taken for longer by that. */
    private void lookUnlessReading(Kept it) {
        if (reading.add(it.box().id())) {
            looks.execute(() -> look(it));
        } else {
            free.release();
        }
    }

    private void look(Kept it) {
        try {
            letterboxes.look(it);
        } catch (DataAccessException | TransactionException e) {
            log.debug(
                    "the letterbox {} is looked into again in a moment",
                    it.box().id(),
                    e);
        } catch (RuntimeException e) {
            log.error("the letterbox {} could not be looked into", it.box().id(), e);
        } finally {
            reading.remove(it.box().id());
            free.release();
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    void forget() {
        if (!schema.done()) {
            return;
        }
        try {
            told.forgetTheOld();
            returned.forgetTheOld();
        } catch (DataAccessException | TransactionException e) {
            log.debug("old letters are forgotten later", e);
        }
    }

    @PreDestroy
    void end() {
        looks.shutdownNow();
    }
}
