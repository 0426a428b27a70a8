package io.tillflow.sandbox;

/** The sandbox engine did not start, did not come to rest in time, or is gone. */
public final class SandboxFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    SandboxFailed(String message) {
        super(message);
    }

    SandboxFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
