package io.tillflow.studio.lint;

import java.util.List;
import java.util.Optional;

/** What a new version meets when it is deployed: the live version, who has been calling it, who takes its jobs. */
interface Landscape {

    /** The outline of the newest deployed version of a process. */
    Optional<BpmnOutline> live(String processId);

    /** Whether somebody sends this message: the shop does, or it has started this process before. */
    boolean isUsed(String message, String processId);

    /** Whether a worker takes such jobs: a shipped one, or one that has completed some before. */
    boolean hasWorker(String jobType);

    /** Whether somebody is known to send this message. */
    boolean isSent(String message);

    /** Whether this exists: saved in the studio or deployed; for an error, whether somebody is known to throw it. */
    boolean has(Thing thing, String id);

    /** The sources of all saved forms. */
    List<String> forms();

    /** What a process may rely on. */
    enum Thing {
        DECISION,
        FORM,
        PROCESS,
        ERROR
    }
}
