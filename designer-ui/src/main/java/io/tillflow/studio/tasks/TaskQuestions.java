package io.tillflow.studio.tasks;

import io.tillflow.processes.ProcessId;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.shop.Conversation;
import io.tillflow.studio.shop.ShopBook;
import io.tillflow.studio.tasks.Sheets.Sheet;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The conversation that a task is about; its words are asked for when they are shown. */
@Service
class TaskQuestions {
    private final ShopBook book;
    private final JsonMapper json;

    TaskQuestions(ShopBook book, JsonMapper json) {
        this.book = book;
        this.json = json;
    }

    /** Empty for a task about something else, and while the shop is away. */
    Optional<Conversation> of(Task task, Sheet sheet) {
        String request = json.readTree(sheet.data()).path("request").path("id").asString("");
        if (!task.open().processId().equals(ProcessId.SUPPORT_REQUEST) || request.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(book.conversation(request));
        } catch (Away | Refused trouble) {
            return Optional.empty();
        }
    }
}
