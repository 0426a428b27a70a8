package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that merchants write.
 *
 * @param shipped whether every shop has it: it can be rewritten but not taken away
 */
record ContentPage(String page, boolean shipped, List<Text> texts) {

    /**
     * It in a language.
     *
     * @param version the latest; 0 while nobody wrote one
     * @param shown which of them shoppers read; 0 for what the shop came with, null for none
     * @param open what must be filled in where shoppers read it
     */
    record Text(
            String page,
            String language,
            String title,
            int version,
            @Nullable Integer shown,
            List<String> open,
            String author,
            @Nullable Instant writtenAt) {

        /** Whether something was kept that shoppers do not read yet. */
        boolean drafted() {
            return version > 0 && (shown == null || shown != version);
        }
    }

    record Version(
            int version,
            String title,
            String body,
            String author,
            @Nullable Instant writtenAt) {}

    /**
     * With all that was ever kept, the newest first.
     *
     * @param blanks what a text may name in double braces
     */
    record Whole(Text text, boolean shipped, String body, List<Version> versions, List<String> blanks) {
        /** One that nobody has written yet. */
        static Whole fresh(String page, String language, List<String> blanks) {
            Text text = new Text(page, language, "", 0, null, List.of(), "", null);
            return new Whole(text, false, "", List.of(), blanks);
        }
    }

    /** What somebody wrote. */
    record Draft(@Nullable String title, @Nullable String body, int seen) {}

    /** How a text would look. */
    record Look(String html, List<String> open) {}
}
