package io.tillflow.studio.play;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is likely said to what a play waits for: as in the example it began with, as in other scenarios, as the contract has it. */
final class Proposals {
    private static final JsonMapper JSON = new JsonMapper();

    private final Script common;
    private Script script = Script.empty();

    Proposals(Script common) {
        this.common = common;
    }

    /** From now on this example goes before everything else. */
    void follow(Script example) {
        script = example;
    }

    Reply reply(String elementId, String type) {
        return script.reply(elementId, type)
                .or(() -> common.reply(elementId, type))
                .orElseGet(() -> new Reply.Done(Contract.shipped().result(type)));
    }

    JsonNode message(String name) {
        return script.message(name)
                .or(() -> common.message(name))
                .or(() -> Contract.shipped().message(name))
                .orElseGet(JSON::createObjectNode);
    }

    /** Whether the example goes on with this message. */
    boolean isNext(String message) {
        return script.isNext(message);
    }

    JsonNode task(String elementId) {
        return script.task(elementId).orElseGet(JSON::createObjectNode);
    }

    void replied(String elementId, String type) {
        script.replied(elementId, type);
    }

    void heard(String message) {
        script.heard(message);
    }

    void completed(String elementId) {
        script.completed(elementId);
    }
}
