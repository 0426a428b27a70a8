package io.tillflow.studio.models;

import io.tillflow.studio.lint.ModelFile;

/** What is kept beside models and goes along when one is made of another; whoever keeps it provides it. */
public interface Beside {
    /**
     * A model that was made of another.
     *
     * @param from the other's id
     * @param process what the other's process was called; empty where it has none
     * @param to its own id
     * @param ownProcess what its process is called
     * @param file as it is saved
     */
    record Copy(String from, String process, String to, String ownProcess, ModelFile file) {}

    /** Gives the new model what the other has. */
    void along(Copy copy);
}
