package io.tillflow.storefront.api;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.support.AnswerSupport;
import io.tillflow.storefront.support.AnswerSupport.RuleAnswer;
import io.tillflow.storefront.support.Conversations;
import io.tillflow.storefront.support.MessageReading;
import io.tillflow.storefront.support.SupportRequest;
import io.tillflow.storefront.support.SupportState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the automation does with a question; every call may be repeated. */
@RestController
@RequestMapping("/api/v1/service/support")
class SupportServiceApi {
    private final AnswerSupport answers;
    private final Conversations conversations;
    private final MessageReading reading;

    SupportServiceApi(AnswerSupport answers, Conversations conversations, MessageReading reading) {
        this.answers = answers;
        this.conversations = conversations;
        this.reading = reading;
    }

    record Text(@Nullable String text) {}

    record Answering(@Nullable String text, @Nullable String language) {}

    record State(@Nullable SupportState state) {}

    /** The words of a message, for the letter that carries them. */
    @GetMapping("/messages/{id}")
    Text message(@PathVariable UUID id) {
        return conversations
                .message(id)
                .map(it -> new Text(it.body()))
                .orElseThrow(() -> ShopProblem.notFound("message"));
    }

    /** The words with which a question began, for the model that says what it is about. */
    @GetMapping("/{id}/words")
    Text words(@PathVariable UUID id) {
        return answers.words(id).map(Text::new).orElseThrow(() -> ShopProblem.notFound("question"));
    }

    /** What a question says beyond its topic, in small facts. */
    @GetMapping("/{id}/facts")
    MessageReading.Facts facts(@PathVariable UUID id) {
        return reading.facts(id).orElseThrow(() -> ShopProblem.notFound("question"));
    }

    @PostMapping("/{id}/answer")
    RuleAnswer answer(@PathVariable UUID id, @RequestBody Answering text) {
        if (text.text() == null || text.text().isBlank()) {
            throw ShopProblem.needed("text");
        }
        return answers.byRule(id, text.text().strip(), Language.of(text.language()))
                .orElseThrow(() -> ShopProblem.notFound("question"));
    }

    @PutMapping("/{id}/state")
    SupportRequest tell(@PathVariable UUID id, @RequestBody State state) {
        if (state.state() == null) {
            throw ShopProblem.needed("state");
        }
        return answers.tell(id, state.state()).orElseThrow(() -> ShopProblem.notFound("question"));
    }
}
