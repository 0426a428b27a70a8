package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.letterboxes.Attachments.Kept;
import io.tillflow.connectors.messaging.imap.ReceivedLetter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes an event of a letter; only what was asked for enters the engine. */
final class LetterEvent {
    /** Who tells these events. */
    static final String SOURCE = "letterbox";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_LEFT_OUT = 20;

    private LetterEvent() {}

    static String id(Letterbox box, ReceivedLetter letter) {
        return box.id() + "/" + letter.id();
    }

    static Event of(Letterbox box, ReceivedLetter letter, List<Kept> attachments) {
        String id = id(box, letter);
        ObjectNode data = JSON.createObjectNode();
        ObjectNode it = data.putObject("letter")
                .put("id", id)
                .put("letterbox", box.id())
                .put("at", letter.at().toString())
                .put("automatic", letter.automatic().word())
                .put("answers", letter.inReplyTo())
                .put("trouble", letter.trouble());
        if (box.takes(Taken.FROM)) {
            it.put("from", letter.from()).put("name", letter.name());
        }
        if (box.takes(Taken.SUBJECT)) {
            it.put("subject", letter.subject());
        }
        if (box.takes(Taken.TEXT)) {
            it.put("text", letter.text()).put("cut", letter.cut());
        }
        if (box.takes(Taken.ATTACHMENTS)) {
            it.set("attachments", JSON.valueToTree(attachments));
            it.set(
                    "leftOut",
                    JSON.valueToTree(
                            letter.leftOut().stream().limit(MOST_LEFT_OUT).toList()));
        }
        return new Event(SOURCE, id, box.message(), id, letter.at(), JSON.writeValueAsString(data));
    }
}
