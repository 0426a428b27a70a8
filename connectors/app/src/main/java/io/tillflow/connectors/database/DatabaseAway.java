package io.tillflow.connectors.database;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a database that does not answer from a statement that is wrong. */
public final class DatabaseAway {
    private DatabaseAway() {}

    public static boolean causes(Throwable trouble) {
        return trouble instanceof DataAccessResourceFailureException
                || trouble instanceof TransientDataAccessException
                || trouble instanceof RecoverableDataAccessException
                || trouble instanceof TransactionException;
    }
}
