/** Messages to chats by Slack's incoming webhooks. */
@NullMarked
package io.tillflow.connectors.messaging.slack;

import org.jspecify.annotations.NullMarked;
