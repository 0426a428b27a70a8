package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Unkept;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said with a shopper, and the field for the answer. */
public final class ConversationCard extends Div {
    private static final int LONGEST = 2_000;

    private final transient ShopBook book;
    private final transient ShopDesk desk;
    private final transient Commands commands;
    private final Runnable answered;
    private final ReadingRow reading = new ReadingRow();
    private final Div said = new Div();
    private final TopicField topic = new TopicField(this::sort);
    private final TextArea text;
    private final NativeButton send;
    private transient @Nullable Conversation shown;
    private transient Judged judged = Judged.NOTHING;
    private UUID next = UUID.randomUUID();

    /** @param answered after the shopper was written to */
    public ConversationCard(ShopBook book, ShopDesk desk, Commands commands, Runnable answered) {
        this.book = book;
        this.desk = desk;
        this.commands = commands;
        this.answered = answered;
        addClassName("talk");
        said.addClassName("bubbles");
        said.getElement().setAttribute("role", "log");
        text = new TextArea(getTranslation("support.answer"));
        text.setPlaceholder(getTranslation("support.answer.hint"));
        text.setMaxLength(LONGEST);
        text.setMinRows(3);
        text.setWidthFull();
        send = Pieces.button(getTranslation("support.send"), "mail", this::send, "pri");
        add(new H2(getTranslation("support.conversation")), reading, said, topic, text, send);
        Unkept.in(this);
    }

    /**
     * Shows it, unless it is shown already; what is typed stays while it is the same question.
     *
     * @param writable whether this person may answer
     */
    public void show(Optional<Conversation> conversation, boolean writable) {
        show(conversation, Judged.NOTHING, writable);
    }

    /** As above, with what tables and models said of it. */
    public void show(Optional<Conversation> conversation, Judged found, boolean writable) {
        setVisible(conversation.isPresent());
        topic.setVisible(writable);
        text.setVisible(writable);
        send.setVisible(writable);
        Conversation before = shown;
        shown = conversation.orElse(null);
        boolean same = judged.equals(found);
        judged = found;
        if (shown == null || (shown.equals(before) && same)) {
            return;
        }
        if (before == null || !before.request().id().equals(shown.request().id())) {
            text.clear();
        }
        reading.show(shown, found);
        topic.show(shown.request());
        Redraw.in(said, shown.messages().stream().map(this::bubble).toList());
    }

    private Div bubble(Conversation.Message message) {
        String who = switch (message.author()) {
            case "SHOPPER" -> getTranslation("support.shopper");
            case "RULE" -> getTranslation("support.rule");
            default -> message.name();
        };
        Div head = new Div(Pieces.text(who, "strong"), new Span(Pieces.ago(message.writtenAt())));
        head.addClassNames("row", "meta");
        Div bubble = new Div(head, Pieces.block(message.body(), "words"));
        bubble.addClassName("bubble");
        bubble.setClassName("ours", !message.author().equals("SHOPPER"));
        return bubble;
    }

    private void send() {
        Conversation conversation = shown;
        if (conversation == null) {
            return;
        }
        String written = text.getValue().strip();
        text.setInvalid(written.isEmpty());
        text.setErrorMessage(getTranslation("support.empty"));
        if (written.isEmpty()) {
            return;
        }
        send.setEnabled(false);
        commands.run(
                this,
                () -> desk.reply(conversation.request().id(), next, written, conversation.seen()),
                this::sent,
                failure -> {
                    send.setEnabled(true);
                    if (failure instanceof ShopDesk.Unread) {
                        Notices.failed(getTranslation("support.unread"));
                        refresh();
                    } else {
                        ShopTroubles.say(this, failure);
                    }
                });
    }

    private void sort(String about) {
        Conversation conversation = shown;
        if (conversation != null) {
            commands.run(
                    this,
                    () -> desk.sort(conversation.request().id(), about),
                    () -> {
                        Notices.done(getTranslation("support.topic.done"));
                        refresh();
                    },
                    failure -> {
                        ShopTroubles.say(this, failure);
                        topic.show(conversation.request());
                    });
        }
    }

    private void sent() {
        send.setEnabled(true);
        text.clear();
        next = UUID.randomUUID();
        Notices.done(getTranslation("support.sent"));
        refresh();
        answered.run();
    }

    private void refresh() {
        Conversation conversation = shown;
        if (conversation != null) {
            show(Optional.of(book.conversation(conversation.request().id())), judged, true);
        }
    }
}
