package io.tillflow.exporter;

import java.io.IOException;
import java.sql.SQLException;

/** What this jar's programs exit with, as the whole suite's do. */
enum ExitCode {
    HOLDS(0),
    DOES_NOT_HOLD(1),
    WRONG_USE(2),
    NOT_REACHABLE(3);

    private static final String CONNECTION_TROUBLE = "08";

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** Runs the program and says in a sentence why it could not be done. */
    static void exit(Program program) {
        ExitCode code;
        try {
            code = program.run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            code = WRONG_USE;
        } catch (SQLException e) {
            System.err.println("The database says: " + e.getMessage());
            boolean away = e.getSQLState() != null && e.getSQLState().startsWith(CONNECTION_TROUBLE);
            code = away ? NOT_REACHABLE : DOES_NOT_HOLD;
        } catch (IOException e) {
            System.err.println("The archive cannot be read: " + e.getMessage());
            code = DOES_NOT_HOLD;
        }
        System.exit(code.number);
    }

    /** The work itself. */
    interface Program {
        ExitCode run() throws SQLException, IOException;
    }
}
