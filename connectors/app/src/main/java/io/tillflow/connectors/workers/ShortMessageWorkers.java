package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.ShortMessages;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.OfferedErrorCode;
import io.tillflow.processes.OfferedJobType;
import io.tillflow.processes.PostToChat;
import io.tillflow.processes.SendSms;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The phones' and the chats' part of the processes. */
@Component
public class ShortMessageWorkers {
    private final ShortMessages sms;
    private final ShortMessages chat;
    private final Shop shop;

    ShortMessageWorkers(@Qualifier("sms") ShortMessages sms, @Qualifier("chat") ShortMessages chat, Shop shop) {
        this.sms = sms;
        this.chat = chat;
        this.shop = shop;
    }

    @Action(
            name = "Send SMS",
            help = "Sends a short text to the shopper's phone; the number comes from the shop.",
            effect = Effect.AT_MOST_ONCE,
            errors = {OfferedErrorCode.PHONE_MISSING, OfferedErrorCode.MESSAGE_REFUSED})
    @JobWorker(type = OfferedJobType.SMS_SEND)
    public void sendSms(@VariablesAsType SendSms job) {
        String phone = shop.facts(job.orderId())
                .phoneNumber()
                .orElseThrow(() -> bpmnError(
                        OfferedErrorCode.PHONE_MISSING, "order " + job.orderId() + " has no phone number to write to"));
        taken(sms.send(phone, job.text(), new EffectKey(job.effectKey())));
    }

    @Action(
            name = "Post to chat",
            help = "Posts a short text to a chat of the team, by its incoming webhook.",
            effect = Effect.AT_MOST_ONCE,
            errors = OfferedErrorCode.MESSAGE_REFUSED)
    @JobWorker(type = OfferedJobType.CHAT_POST)
    public void postToChat(@VariablesAsType PostToChat job) {
        taken(chat.send(job.webhook(), job.text(), new EffectKey(job.effectKey())));
    }

    private static void taken(Handover handover) {
        if (handover instanceof Handover.Refused refused) {
            throw bpmnError(OfferedErrorCode.MESSAGE_REFUSED, refused.reason());
        }
    }
}
