package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.data.files.Checksum;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.messaging.imap.ReceivedLetter;
import io.tillflow.connectors.messaging.imap.ReceivedLetter.Attached;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Puts what came with letters among the documents; a letter that is read again finds its documents in place, and another one under
 * the same Message-ID has a place of its own.
 */
@Component
class Attachments {
    private static final int LONGEST_NAME = 60;
    private static final int DIGEST = 24;

    private final FileStore store;

    Attachments(FileStore store) {
        this.store = store;
    }

    /**
     * An attachment as a process sees it.
     *
     * @param file where it is among the documents
     */
    record Kept(String name, String type, int bytes, String file, String checksum) {}

    List<Kept> keep(Letterbox box, ReceivedLetter letter) {
        LocalDate day = LocalDate.ofInstant(letter.at(), ZoneOffset.UTC);
        List<String> checksums =
                letter.attached().stream().map(it -> Checksum.of(it.content())).toList();
        String what = letter.id() + "\n" + String.join("\n", checksums);
        String which = Checksum.of(what.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST);
        String place = String.join("/", "letters", box.id(), day.toString(), which);
        List<Kept> kept = new ArrayList<>();
        for (Attached it : letter.attached()) {
            FilePath path = new FilePath(place + "/" + (kept.size() + 1) + "-" + safe(it.name()));
            store.replace(path, it.content());
            kept.add(new Kept(it.name(), it.type(), it.content().length, path.value(), checksums.get(kept.size())));
        }
        return kept;
    }

    /** Keeps the end of a name, since there stands of what kind it is. */
    private static String safe(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]+", "_");
        return safe.length() <= LONGEST_NAME ? safe : safe.substring(safe.length() - LONGEST_NAME);
    }
}
