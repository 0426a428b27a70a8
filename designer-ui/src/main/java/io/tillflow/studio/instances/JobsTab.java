package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.history.Facts.Job;
import io.tillflow.studio.instances.Stories.Story;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.List;

/** The jobs, newest first: type, worker, tries left, error. */
final class JobsTab extends Div {

    void show(Story story) {
        Section section = new Section("");
        story.facts().jobs().reversed().forEach(it -> section.add(job(story, it)));
        if (story.facts().jobs().isEmpty()) {
            section.add(Pieces.text(getTranslation("instances.jobs.none"), "meta"));
        }
        Redraw.in(this, section);
    }

    /** One job, also where an element's details show it. */
    Div job(Story story, Job job) {
        Div head = new Div(Pieces.text(story.model().label(job.elementId()), "strong", "grow"), badge(job));
        head.addClassName("row");
        DescriptionList facts = Section.facts();
        Section.fact(facts, getTranslation("instances.job.type"), Pieces.text(job.type(), "mono"));
        if (!job.worker().isEmpty()) {
            Section.fact(facts, getTranslation("instances.job.worker"), new Span(job.worker()));
        }
        if (job.endedAt().isEmpty()) {
            Section.fact(
                    facts, getTranslation("instances.job.retries"), Pieces.text(String.valueOf(job.retries()), "num"));
        }
        Span time = new Span(Pieces.ago(job.createdAt()));
        job.endedAt()
                .ifPresent(end -> time.add(", "
                        + getTranslation("instances.job.took", Times.fine(Duration.between(job.createdAt(), end)))));
        Section.fact(facts, getTranslation("instances.job.created"), time);
        Section.fact(facts, getTranslation("instances.job.key"), Pieces.text(String.valueOf(job.key()), "mono"));
        Div item = Redraw.keyed(new Div(head, facts), job.key());
        item.addClassName("job");
        if (!job.errorCode().isEmpty() || !job.errorMessage().isEmpty()) {
            Div error = new Div((job.errorCode() + " " + job.errorMessage()).strip());
            error.addClassName("err");
            item.add(error);
        }
        if (job.result().isObject() && !job.result().isEmpty()) {
            NativeDetails result = new NativeDetails(getTranslation("instances.job.result"));
            result.setContent(new Code(Json.pretty(job.result())));
            result.addClassName("more");
            item.add(result);
        }
        return item;
    }

    private Badge badge(Job job) {
        State state = switch (job.state()) {
            case "COMPLETED" -> State.COMPLETED;
            case "FAILED", "ERROR_THROWN", "TIMED_OUT" ->
                job.endedAt().isEmpty() && job.retries() > 0 ? State.WAITING : State.INCIDENT;
            case "CANCELLED" -> State.CANCELLED;
            case "CREATED" -> State.WAITING;
            default -> State.RUNNING;
        };
        String known = List.of("CREATED", "ACTIVATED", "COMPLETED", "FAILED", "ERROR_THROWN", "TIMED_OUT", "CANCELLED")
                        .contains(job.state())
                ? getTranslation("instances.job.state." + job.state())
                : job.state();
        return new Badge(state, known);
    }
}
