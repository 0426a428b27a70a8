package io.tillflow.studio.tasks;

import io.tillflow.studio.instances.Stories;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.shop.Conversation;
import io.tillflow.studio.tasks.Comments.Comment;
import io.tillflow.studio.tasks.Sheets.Sheet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What the inbox shows, read in one go; and the way to what can be done there. */
@Service
class TaskDesk {

    private final TaskWork work;
    private final TaskNotes notes;
    private final TaskGroups groups;
    private final Comments comments;
    private final Sheets sheets;
    private final Colleagues colleagues;
    private final Stories stories;
    private final TaskQuestions questions;

    TaskDesk(
            TaskWork work,
            TaskNotes notes,
            TaskGroups groups,
            Comments comments,
            Sheets sheets,
            Colleagues colleagues,
            Stories stories,
            TaskQuestions questions) {
        this.work = work;
        this.notes = notes;
        this.groups = groups;
        this.comments = comments;
        this.sheets = sheets;
        this.colleagues = colleagues;
        this.stories = stories;
        this.questions = questions;
    }

    /** The inbox and the task that is open in it. */
    record Reading(
            List<Task> tasks,
            Set<String> groups,
            Optional<Task> chosen,
            Optional<Sheet> sheet,
            Optional<Story> story,
            Optional<Conversation> conversation,
            List<Comment> comments) {}

    /** @param worker whether this person does tasks, and so may read what shoppers wrote */
    Reading read(String person, boolean worker, long key) {
        Optional<Task> chosen = key == 0 ? Optional.empty() : work.find(key);
        Optional<Sheet> sheet = chosen.map(it -> sheets.sheet(it.open()));
        return new Reading(
                work.open(),
                groups.of(person),
                chosen,
                sheet,
                chosen.flatMap(it -> stories.find(it.open().instanceKey())),
                chosen.filter(it -> worker).flatMap(it -> questions.of(it, sheet.orElseThrow())),
                chosen.map(it -> comments.of(it.open().instanceKey())).orElse(List.of()));
    }

    Optional<String> bpmn(long definitionKey) {
        return stories.bpmn(definitionKey);
    }

    List<String> colleagues() {
        return colleagues.names();
    }

    TaskWork work() {
        return work;
    }

    TaskNotes notes() {
        return notes;
    }
}
