package io.tillflow.studio.models;

import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.ModelFile;
import java.util.List;

/** Plays what is written down of how models must behave, before they go live; whoever can play models provides it. */
public interface Proofs {
    /** The rule of findings that say what went otherwise. */
    String RULE = "scenario";

    /** Hears how far it is, and says when nobody waits any more. */
    interface Watch {
        /** For who hears nothing. */
        Watch NONE = (done, all) -> {};

        void at(int done, int all);

        /** Others play first. */
        default void waits() {}

        default boolean over() {
            return false;
        }
    }

    /**
     * What came of the scenarios of a process, or the cases of a decision.
     *
     * @param count how many there are; 0 where nothing is written down
     * @param red what went otherwise, each an error at the element where it stood
     * @param notPlayable why they cannot be played here; empty when they can
     */
    record Proof(int count, List<Finding> red, String notPlayable) {
        /** Where nothing is written down. */
        public static final Proof NOTHING = new Proof(0, List.of(), "");

        public Proof {
            red = List.copyOf(red);
        }

        public boolean passed() {
            return red.isEmpty();
        }
    }

    /** Its turn did not come in time: nothing is known of it, neither good nor bad. */
    final class NotItsTurn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotItsTurn() {
            super("Others play their scenarios first, and its turn did not come.");
        }
    }

    /** Plays what is written of one of the files, the others beside it; the same again is answered from memory. Throws {@link NotItsTurn}. */
    Proof of(ModelFile file, List<ModelFile> others, Watch watch);

    /** Names everything that a proof of the file rests on: another text as soon as any of it is another. */
    String basis(ModelFile file, List<ModelFile> others);
}
