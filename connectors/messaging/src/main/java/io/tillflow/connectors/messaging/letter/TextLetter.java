package io.tillflow.connectors.messaging.letter;

import io.tillflow.connectors.messaging.letter.LetterTemplates.Frame;
import java.util.List;
import java.util.stream.Collectors;

/** A letter for readers of plain text. */
final class TextLetter {
    private TextLetter() {}

    static String render(Frame frame, List<Block> blocks, Letter letter) {
        return blocks.stream().map(block -> render(block, letter)).collect(Collectors.joining("\n\n")) + "\n\n-- \n"
                + frame.footer() + "\n";
    }

    private static String render(Block block, Letter letter) {
        return switch (block) {
            case Block.Heading heading -> heading.text();
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.Button button -> button.text() + ":\n" + button.url();
            case Block.Link link -> link.text() + ":\n" + link.url();
            case Block.Lines ignored ->
                letter.lines().stream()
                        .map(line -> line.quantity() + " x " + line.name() + "   " + line.total())
                        .collect(Collectors.joining("\n"));
        };
    }
}
