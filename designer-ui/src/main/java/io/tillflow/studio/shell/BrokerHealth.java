package io.tillflow.studio.shell;

/** Whether the broker answered lately. */
public interface BrokerHealth {
    boolean answers();
}
