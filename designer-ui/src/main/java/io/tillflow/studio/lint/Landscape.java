package io.tillflow.studio.lint;

import java.util.Optional;

/** What a new version meets when it is deployed: the live version, who has been calling it, who takes its jobs. */
interface Landscape {

    /** The outline of the newest deployed version of a process. */
    Optional<BpmnOutline> live(String processId);

    /** Whether somebody sends this message: the shop does, or it has started this process before. */
    boolean isUsed(String message, String processId);

    /** Whether a worker takes such jobs: a shipped one, or one that has completed some before. */
    boolean hasWorker(String jobType);
}
