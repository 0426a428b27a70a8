package io.tillflow.studio.tasks;

import io.tillflow.engine.Rejected;
import io.tillflow.studio.tasks.Claims.Claim;
import java.util.List;
import java.util.Optional;

/** Why something was not done with a task; nothing of it was. */
final class Refusals {

    private Refusals() {}

    /** Somebody else has the task. */
    static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String person;

        Taken(String person) {
            super(person.isEmpty() ? "nobody has the task any more" : "the task is taken by " + person);
            this.person = person;
        }

        /** Empty when it was given back meanwhile. */
        String person() {
            return person;
        }
    }

    /** The answers do not fit the form. */
    static final class DoesNotFit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<FormCheck.Trouble> troubles;

        DoesNotFit(List<FormCheck.Trouble> troubles) {
            super("the answers do not fit the form: " + troubles);
            this.troubles = troubles;
        }

        List<FormCheck.Trouble> troubles() {
            return troubles;
        }
    }

    /** Tasks cannot be given to that person. */
    static final class NoColleague extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoColleague(String person) {
            super("expected a person who works on tasks, but there is no " + person
                    + " with the role OPERATOR, MERCHANT or ADMIN who can sign in.");
        }
    }

    static Rejected gone(long key, Optional<Claim> claim) {
        String why = claim.flatMap(it -> it.finishedAt().map(at -> it.person() + " completed it at " + at + "."))
                .orElse("it was completed, or the process went on without it.");
        return new Rejected(
                Rejected.Why.NOT_FOUND, "There is no open task with key " + key + " any more: " + why, null);
    }
}
