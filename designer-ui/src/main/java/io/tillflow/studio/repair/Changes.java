package io.tillflow.studio.repair;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operator wants done to the tokens of an instance, in the words of the diagram.
 *
 * @param moves all tokens of one element to another
 * @param adds new tokens
 * @param ends elements whose tokens are to be ended
 * @param variables set in the instance when a token appears
 */
public record Changes(
        @Nullable List<Move> moves,
        @Nullable List<Add> adds,
        @Nullable List<String> ends,
        @Nullable ObjectNode variables) {

    /** All tokens at an element go to another one. */
    public record Move(String from, String to) {}

    /**
     * A new token.
     *
     * @param variables local to the element
     */
    public record Add(String element, @Nullable ObjectNode variables) {}

    List<Move> moved() {
        return moves == null ? List.of() : moves;
    }

    List<Add> added() {
        return adds == null ? List.of() : adds;
    }

    List<String> ended() {
        return ends == null ? List.of() : ends;
    }

    /** Whether nothing at all is asked for. */
    public boolean nothing() {
        return moved().isEmpty() && added().isEmpty() && ended().isEmpty();
    }
}
