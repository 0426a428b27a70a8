package io.tillflow.studio.tasks;

import io.tillflow.studio.instances.Stories;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.shop.Conversation;
import io.tillflow.studio.tasks.Comments.Comment;
import io.tillflow.studio.tasks.Inbox.Offers;
import io.tillflow.studio.tasks.InboxStore.Counts;
import io.tillflow.studio.tasks.Sheets.Sheet;
import io.tillflow.studio.tasks.TaskQuery.Asker;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What the inbox shows, read in one go; and the way to what can be done there. */
@Service
class TaskDesk {

    private static final int SHOWN = 200;

    private final TaskWork work;
    private final Inbox inbox;
    private final TaskNotes notes;
    private final TaskGroups groups;
    private final Comments comments;
    private final Sheets sheets;
    private final Colleagues colleagues;
    private final Stories stories;
    private final TaskQuestions questions;
    private final Clock clock;

    TaskDesk(
            TaskWork work,
            Inbox inbox,
            TaskNotes notes,
            TaskGroups groups,
            Comments comments,
            Sheets sheets,
            Colleagues colleagues,
            Stories stories,
            TaskQuestions questions,
            Clock clock) {
        this.work = work;
        this.inbox = inbox;
        this.notes = notes;
        this.groups = groups;
        this.comments = comments;
        this.sheets = sheets;
        this.colleagues = colleagues;
        this.stories = stories;
        this.questions = questions;
        this.clock = clock;
    }

    /** The tasks that fit, as far as they are shown; how many there are; what they can be narrowed by. */
    record Listing(TaskQuery query, List<Task> tasks, Counts counts, Offers offers, Set<String> groups) {}

    /** The inbox and the task that is open in it. */
    record Reading(
            Listing listing,
            Optional<Task> chosen,
            Optional<Sheet> sheet,
            Optional<Story> story,
            Optional<Conversation> conversation,
            List<Comment> comments) {}

    /** @param worker whether this person does tasks, and so may read what shoppers wrote */
    Reading read(String person, boolean worker, TaskQuery query, long key) {
        Optional<Task> chosen = key == 0 ? Optional.empty() : work.find(key);
        Optional<Sheet> sheet = chosen.map(it -> sheets.sheet(it.open()));
        return new Reading(
                listing(person, query),
                chosen,
                sheet,
                chosen.flatMap(it -> stories.find(it.open().instanceKey())),
                chosen.filter(it -> worker).flatMap(it -> questions.of(it, sheet.orElseThrow())),
                chosen.map(it -> comments.of(it.open().instanceKey())).orElse(List.of()));
    }

    private Listing listing(String person, TaskQuery query) {
        Set<String> mine = groups.of(person);
        Asker asker = new Asker(person, mine, clock.instant());
        return new Listing(
                query,
                inbox.list(query, asker, Optional.empty(), SHOWN).tasks(),
                inbox.counts(query, asker),
                inbox.offers(),
                mine);
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
