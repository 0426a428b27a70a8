package io.tillflow.studio.roundtrip;

import io.tillflow.studio.bundle.BundleFailed;
import io.tillflow.studio.bundle.EditorBundle;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Losses;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Merge;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps in a file what the editor's library does not know. The library's own reading of the original is the base; what the editor
 * saved differs from it by what a person did, and only that is done to the original.
 */
@Service
public class Fidelity {
    private final EditorBundle bundle;
    private final JsonMapper json;

    private record Reopened(String xml, List<String> warnings, boolean drawnBefore) {}

    /**
     * What became of a file that was opened and saved.
     *
     * @param library what the editor's library alone would have lost, added and changed
     */
    public record Roundtrip(
            String source, Losses losses, Losses library, List<String> warnings, int shapesBefore, int shapesAfter) {}

    Fidelity(EditorBundle bundle, JsonMapper json) {
        this.bundle = bundle;
        this.json = json;
    }

    /** Opens and saves a guarded file as the editor would, drawing it if it came without a picture. */
    public Roundtrip roundtrip(ModelFile.Kind kind, String source) {
        if (kind == ModelFile.Kind.FORM) {
            return Forms.roundtrip(source);
        }
        Markup original = Markup.parse(source);
        Reopened read = reopen(kind, source, false);
        Reopened saved = kind == ModelFile.Kind.BPMN && !read.drawnBefore() ? reopen(kind, source, true) : read;
        Markup known = Markup.parse(read.xml());
        Markup result = patched(kind, original, known, Markup.parse(saved.xml()));
        // judged on what is written, not on what was in memory
        String text = result.write();
        Markup written = Markup.parse(text);
        return new Roundtrip(
                text,
                Losses.between(original, written),
                Losses.between(Versions.modern(kind, original), known),
                read.warnings(),
                shapes(original),
                shapes(written));
    }

    /** A file as the editor is given it: drawn, and with its original kept in mind. */
    public Opened open(ModelFile.Kind kind, String source) {
        if (kind == ModelFile.Kind.FORM) {
            return new Opened(source, saved -> saved);
        }
        String drawn = drawn(kind, source);
        return new Opened(drawn, new Reading(kind, drawn));
    }

    /** What the editor was given, and how to keep what it does not know of it. */
    public record Opened(String source, Keeping keeping) {

        /** Something will be saved soon. */
        public void touched() {
            keeping.prepare();
        }

        /** What the editor saved, with everything that its library dropped from the file it was given. */
        public String kept(String saved) {
            return keeping.kept(saved);
        }
    }

    /** How the editor's library reads a file: for a large one it takes seconds, and whoever only looks never needs it. */
    private final class Reading implements Keeping {
        private final ModelFile.Kind kind;
        private final String drawn;
        private @Nullable Future<String> begun;

        Reading(ModelFile.Kind kind, String drawn) {
            this.kind = kind;
            this.drawn = drawn;
        }

        @Override
        public void prepare() {
            Future<String> unused = begun();
        }

        @Override
        public String kept(String saved) {
            Markup known;
            try {
                known = known();
            } catch (BundleFailed unreadable) {
                if (unreadable.tookTooLong()) {
                    throw unreadable;
                }
                // the editor said so; whatever it can make of the file is kept as it is
                return saved;
            }
            return patched(kind, Markup.parse(drawn), known, Markup.parse(saved))
                    .write();
        }

        /** Asked twice: the first time may have failed by what others asked of the one library. */
        private Markup known() {
            try {
                return Markup.parse(reopened(bundle.answer(begun())).xml());
            } catch (BundleFailed perhapsOnce) {
                forget();
                return Markup.parse(reopened(bundle.answer(begun())).xml());
            }
        }

        private synchronized void forget() {
            begun = null;
        }

        private synchronized Future<String> begun() {
            if (begun == null) {
                begun = begin(kind, drawn, false);
            }
            return begun;
        }
    }

    /** Puts back into what was saved what a library dropped. */
    public interface Keeping {

        /** What takes long may begin. */
        default void prepare() {}

        String kept(String saved);
    }

    /** The file with a picture of everything in it, if it has none. */
    private String drawn(ModelFile.Kind kind, String source) {
        if (kind != ModelFile.Kind.BPMN || shapes(Markup.parse(source)) > 0) {
            return source;
        }
        try {
            return roundtrip(kind, source).source();
        } catch (BundleFailed unreadable) {
            return source;
        }
    }

    private static Markup patched(ModelFile.Kind kind, Markup original, Markup known, Markup saved) {
        Markup modern = Versions.modern(kind, original);
        Markup merged = Merge.of(known, modern, saved, Merge.Keep.B).markup();
        return Versions.as(original, merged);
    }

    private Reopened reopen(ModelFile.Kind kind, String source, boolean draw) {
        return reopened(bundle.answer(begin(kind, source, draw)));
    }

    private Reopened reopened(String answer) {
        return json.readValue(answer, Reopened.class);
    }

    private Future<String> begin(ModelFile.Kind kind, String source, boolean draw) {
        String function = kind == ModelFile.Kind.DMN ? "openDmn" : draw ? "drawBpmn" : "openBpmn";
        String text = kind == ModelFile.Kind.DMN
                ? Versions.modern(kind, Markup.parse(source)).write()
                : source;
        return bundle.begin(function, text);
    }

    private static int shapes(Markup markup) {
        return (int) markup.root()
                .all()
                .filter(element ->
                        element.local().equals("BPMNShape") || element.local().equals("DMNShape"))
                .count();
    }
}
