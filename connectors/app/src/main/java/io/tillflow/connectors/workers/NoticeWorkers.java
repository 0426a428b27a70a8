package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.commerce.ShopperNotice;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.NotifyInShop;
import io.tillflow.processes.OfferedErrorCode;
import io.tillflow.processes.OfferedJobType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What shoppers read in the shop itself. */
@Component
public class NoticeWorkers {
    private final Shop shop;

    NoticeWorkers(Shop shop) {
        this.shop = shop;
    }

    @Action(
            name = "Notify in the shop",
            help =
                    "Shows a few words to a shopper: on the page of their order, and on the first page and in the account of who is signed in.",
            effect = Effect.KEYED,
            errors = OfferedErrorCode.SHOPPER_GONE)
    @JobWorker(type = OfferedJobType.MESSAGING_NOTIFY_IN_SHOP)
    public void notifyInShop(@VariablesAsType NotifyInShop job) {
        ShopperNotice notice = new ShopperNotice(given(job.orderId()), given(job.accountId()), job.text());
        if (!shop.tellShopper(notice, new EffectKey(job.effectKey()))) {
            throw bpmnError(OfferedErrorCode.SHOPPER_GONE, "there is no such order or account any more");
        }
    }

    private static @Nullable String given(@Nullable String id) {
        return id == null || id.isBlank() ? null : id;
    }
}
