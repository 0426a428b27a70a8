package io.tillflow.studio.webhooks;

import io.tillflow.studio.webhooks.Webhook.Asked;
import io.tillflow.studio.webhooks.Webhook.Delivery;
import io.tillflow.studio.webhooks.Webhook.Tried;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Webhooks for programs, under the same roles as the pages. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksApi {
    private final WebhooksDesk desk;

    WebhooksApi(WebhooksDesk desk) {
        this.desk = desk;
    }

    record Webhooks(List<Webhook> items) {}

    record Deliveries(List<Delivery> items) {}

    @GetMapping
    Webhooks all() {
        return new Webhooks(desk.all());
    }

    @GetMapping("/{id}")
    Webhook one(@PathVariable String id) {
        return desk.one(id);
    }

    @GetMapping("/{id}/deliveries")
    Deliveries deliveries(@PathVariable String id) {
        return new Deliveries(desk.deliveries(id));
    }

    @PutMapping("/{id}")
    Webhook save(@PathVariable String id, @RequestBody Asked asked) {
        return desk.save(id, asked);
    }

    @PostMapping("/{id}/secret")
    Webhook newSecret(@PathVariable String id) {
        return desk.newSecret(id);
    }

    @PostMapping("/{id}/test")
    Tried tryOut(@PathVariable String id, @RequestBody JsonNode payload) {
        return desk.tryOut(id, payload);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        desk.delete(id);
    }
}
