package io.tillflow.studio.tuning;

import io.tillflow.models.tuning.Proposal;
import io.tillflow.models.tuning.Proposal.CellChange;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes cells in a DMN file's own text, so that nothing else of it moves. */
final class Cells {
    private Cells() {}

    /** The file with the proposal's cells; where a cell is not found as it should be, the whole table as the proposal wrote it. */
    static String changed(String source, Proposal proposal) {
        Optional<String> text = Optional.of(source);
        for (CellChange change : proposal.changes()) {
            text = text.flatMap(it -> changed(it, change));
        }
        return text.orElseGet(() -> new String(proposal.dmn(), StandardCharsets.UTF_8));
    }

    private static Optional<String> changed(String source, CellChange change) {
        Matcher cell = Pattern.compile("(<(?:\\w+:)?inputEntry\\b[^>]*\\bid=\"" + Pattern.quote(change.elementId())
                        + "\"[^>]*>\\s*<(?:\\w+:)?text>)([^<]*)(</)")
                .matcher(source);
        return cell.find() && unescaped(cell.group(2)).strip().equals(change.from())
                ? Optional.of(source.substring(0, cell.start(2)) + escaped(change.to()) + source.substring(cell.end(2)))
                : Optional.empty();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
