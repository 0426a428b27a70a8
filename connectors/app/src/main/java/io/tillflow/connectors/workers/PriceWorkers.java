package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.NewPrice;
import io.tillflow.connectors.commerce.PriceAnswer;
import io.tillflow.connectors.commerce.PriceNow;
import io.tillflow.connectors.commerce.PriceTags;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.JobType;
import io.tillflow.processes.PriceRead;
import io.tillflow.processes.ReadPrice;
import io.tillflow.processes.SetPrice;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What our own shop's articles cost. */
@Component
public class PriceWorkers {
    private final PriceTags prices;

    PriceWorkers(PriceTags prices) {
        this.prices = prices;
    }

    @Action(
            name = "Read price",
            help = "Asks our own shop what an article costs, and what it cost least in the last 30 days.",
            effect = Effect.READS,
            errors = ErrorCode.ARTICLE_UNKNOWN)
    @JobWorker(type = JobType.COMMERCE_READ_PRICE)
    public PriceRead readPrice(@VariablesAsType ReadPrice job) {
        PriceNow now = prices.read(job.sku())
                .orElseThrow(() -> bpmnError(ErrorCode.ARTICLE_UNKNOWN, "the shop has no article " + job.sku()));
        return new PriceRead(now.price(), now.currency(), now.lowest(), text(now.until()));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    @Action(
            name = "Set price",
            help =
                    "From now on an article of our own shop costs this, for some days or until further notice; open pages show it at once, checkouts that began keep theirs.",
            effect = Effect.KEYED,
            errors = {ErrorCode.ARTICLE_UNKNOWN, ErrorCode.PRICE_REFUSED})
    @JobWorker(type = JobType.COMMERCE_SET_PRICE)
    public void setPrice(@VariablesAsType SetPrice job) {
        NewPrice price = new NewPrice(
                job.price(),
                job.days(),
                Objects.requireNonNullElse(job.reason(), ""),
                Objects.requireNonNullElse(job.reasonDe(), ""));
        switch (prices.set(job.sku(), price, new EffectKey(job.effectKey()))) {
            case PriceAnswer.Set ignored -> {}
            case PriceAnswer.Refused refused -> throw bpmnError(ErrorCode.PRICE_REFUSED, refused.why());
            case PriceAnswer.Unknown ignored ->
                throw bpmnError(ErrorCode.ARTICLE_UNKNOWN, "the shop has no article " + job.sku());
        }
    }
}
