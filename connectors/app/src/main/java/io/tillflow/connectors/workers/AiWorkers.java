package io.tillflow.connectors.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.ProcessInstanceKey;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.ai.Reply;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.processes.ClassifyText;
import io.tillflow.processes.CompareTexts;
import io.tillflow.processes.ExtractFields;
import io.tillflow.processes.FieldsExtracted;
import io.tillflow.processes.ModerateText;
import io.tillflow.processes.OfferedErrorCode;
import io.tillflow.processes.OfferedJobType;
import io.tillflow.processes.TextClassified;
import io.tillflow.processes.TextModerated;
import io.tillflow.processes.TextWritten;
import io.tillflow.processes.TextsCompared;
import io.tillflow.processes.WriteText;
import org.springframework.stereotype.Component;

/** The language models' part of the processes: they only ask, and what a process keeps of the answer names nobody. */
@Component
public class AiWorkers {
    private static final long TIMEOUT_MS = 330_000;
    private static final int AT_ONCE = 4;

    private final AiAsks asks;

    AiWorkers(AiAsks asks) {
        this.asks = asks;
    }

    @Action(
            name = "Write an answer",
            help = "Lets a language model answer a question; without a large one a sentence of the passages is quoted.",
            effect = Effect.READS,
            errors = {OfferedErrorCode.AI_UNABLE, OfferedErrorCode.AI_BUDGET})
    @JobWorker(type = OfferedJobType.AI_CHAT, timeout = TIMEOUT_MS, maxJobsActive = AT_ONCE)
    public TextWritten write(@VariablesAsType WriteText job, @ProcessInstanceKey long instance) {
        AiAsks.Told<Reply.Text> told = asks.chat(job, caller(instance));
        return new TextWritten(told.reply().text(), told.by());
    }

    @Action(
            name = "Find facts in a text",
            help = "Finds facts in the shape of a schema; what comes back fits it.",
            effect = Effect.READS,
            errors = {OfferedErrorCode.AI_UNABLE, OfferedErrorCode.AI_BUDGET, OfferedErrorCode.AI_UNFIT})
    @JobWorker(type = OfferedJobType.AI_EXTRACT, timeout = TIMEOUT_MS, maxJobsActive = AT_ONCE)
    public FieldsExtracted extract(@VariablesAsType ExtractFields job, @ProcessInstanceKey long instance) {
        AiAsks.Told<Reply.Fields> told = asks.extract(job, caller(instance));
        return new FieldsExtracted(told.reply().fields(), told.by());
    }

    @Action(
            name = "Sort a text",
            help = "Chooses the label that fits a text best, and says how sure that is.",
            effect = Effect.READS,
            errors = {OfferedErrorCode.AI_UNABLE, OfferedErrorCode.AI_BUDGET})
    @JobWorker(type = OfferedJobType.AI_CLASSIFY, timeout = TIMEOUT_MS, maxJobsActive = AT_ONCE)
    public TextClassified classify(@VariablesAsType ClassifyText job, @ProcessInstanceKey long instance) {
        AiAsks.Told<Reply.Choice> told = asks.classify(job, caller(instance));
        return new TextClassified(told.reply().label(), told.reply().confidence(), told.by());
    }

    @Action(
            name = "Find what means the same",
            help = "Compares a text with candidates by meaning and chooses the closest.",
            effect = Effect.READS,
            errors = {OfferedErrorCode.AI_UNABLE, OfferedErrorCode.AI_BUDGET})
    @JobWorker(type = OfferedJobType.AI_EMBED, timeout = TIMEOUT_MS, maxJobsActive = AT_ONCE)
    public TextsCompared compare(@VariablesAsType CompareTexts job, @ProcessInstanceKey long instance) {
        AiAsks.Told<Reply.Vectors> told = asks.embed(job, caller(instance));
        int best = 0;
        for (int i = 1; i < job.candidates().size(); i++) {
            best = told.reply().likeness(0, i + 1) > told.reply().likeness(0, best + 1) ? i : best;
        }
        return new TextsCompared(job.candidates().get(best), told.reply().likeness(0, best + 1), told.by());
    }

    @Action(
            name = "Judge a text",
            help = "Says whether a text had better not be shown before a person looked at it.",
            effect = Effect.READS,
            errors = {OfferedErrorCode.AI_UNABLE, OfferedErrorCode.AI_BUDGET})
    @JobWorker(type = OfferedJobType.AI_MODERATE, timeout = TIMEOUT_MS, maxJobsActive = AT_ONCE)
    public TextModerated moderate(@VariablesAsType ModerateText job, @ProcessInstanceKey long instance) {
        AiAsks.Told<Reply.Verdict> told = asks.moderate(job, caller(instance));
        return new TextModerated(told.reply().flagged(), told.reply().reasons(), told.by());
    }

    private static String caller(long instance) {
        return "instance " + instance;
    }
}
