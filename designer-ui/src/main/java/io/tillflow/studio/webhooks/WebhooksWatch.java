package io.tillflow.studio.webhooks;

import io.tillflow.studio.connectors.Lookout;
import java.util.List;
import org.springframework.stereotype.Service;

/** Looks at the webhooks. */
@Service
class WebhooksWatch extends Lookout<List<Webhook>> {
    WebhooksWatch(WebhooksDesk desk) {
        super(desk::all);
    }
}
