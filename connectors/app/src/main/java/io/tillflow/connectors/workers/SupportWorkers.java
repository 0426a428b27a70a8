package io.tillflow.connectors.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.RuleAnswer;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.intelligence.SupportTopics;
import io.tillflow.connectors.intelligence.SupportTopics.Said;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.AnswerSupport;
import io.tillflow.processes.JobType;
import io.tillflow.processes.ReadSupport;
import io.tillflow.processes.SupportAnswered;
import io.tillflow.processes.SupportRead;
import io.tillflow.processes.UpdateSupport;
import org.springframework.stereotype.Component;

/** What a shopper's question needs of the shop. */
@Component
public class SupportWorkers {
    private final Shop shop;
    private final SupportTopics topics;

    SupportWorkers(Shop shop, SupportTopics topics) {
        this.shop = shop;
        this.topics = topics;
    }

    @Action(
            name = "Read question",
            help =
                    "Says in which language a shopper's question is, what it warns of, how long it can wait, what it names and, by a model, what it is about; its words become no variables.",
            effect = Effect.READS)
    @JobWorker(type = JobType.COMMERCE_READ_SUPPORT)
    public SupportRead read(@VariablesAsType ReadSupport job) {
        SupportRead read = shop.readSupport(job.requestId());
        Said said = topics.of(job.requestId(), read.language(), () -> shop.words(job.requestId()));
        return read.about(said.topic(), said.probability());
    }

    @Action(
            name = "Answer shopper",
            help = "Answers a shopper's question beside the order, unless a person was faster.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.COMMERCE_ANSWER_SUPPORT)
    public SupportAnswered answer(@VariablesAsType AnswerSupport job) {
        RuleAnswer answer = shop.answer(job.requestId(), job.text(), job.language(), new EffectKey(job.effectKey()));
        return new SupportAnswered(answer.outcome(), answer.messageId(), answer.number());
    }

    @Action(
            name = "Show question state",
            help = "Tells the shop what the conversation shows about a question.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.COMMERCE_UPDATE_SUPPORT)
    public void update(@VariablesAsType UpdateSupport job) {
        shop.showSupport(job.requestId(), job.state(), new EffectKey(job.effectKey()));
    }
}
