package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** One question: the conversation, and the answer by hand whether or not an automation carries it. */
@Route("shop/questions/:id([0-9a-f-]{36})")
@RolesAllowed(Role.Is.MERCHANT)
class QuestionView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private final transient ShopBook book;
    private final Div head = new Div();
    private final ConversationCard card;
    private volatile String id = "";
    private String number = "";

    QuestionView(ShopBook book, ShopDesk desk, Commands commands, LiveHistory live) {
        this.book = book;
        card = new ConversationCard(book, desk, commands, () -> show(read()));
        card.addClassNames("card", "shop-card");
        add(head, card);
        Frontend.require(this, "instances");
        live.follow(this, change -> true, this::read, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
        show(read());
    }

    private Optional<Conversation> read() {
        try {
            return Optional.of(book.conversation(id));
        } catch (Away | Refused trouble) {
            return Optional.empty();
        }
    }

    private void show(Optional<Conversation> found) {
        setClassName("stale", found.isEmpty());
        if (found.isEmpty()) {
            if (number.isEmpty()) {
                card.setVisible(false);
                Redraw.in(
                        head,
                        new EmptyState(
                                "mail", getTranslation("shop.order.gone"), getTranslation("shop.order.gone.text")));
            }
            return;
        }
        Conversation conversation = found.get();
        number = conversation.number();
        Redraw.in(
                head,
                new PageHead(ShopCells.topic(this, conversation.request().about()))
                        .beside(ShopCells.questionState(
                                this, conversation.request().state()))
                        .actions(order(conversation)));
        card.show(found, true);
    }

    private RouterLink order(Conversation conversation) {
        RouterLink link = new RouterLink(
                getTranslation("shop.order", conversation.number()),
                OrderView.class,
                new RouteParameters("id", conversation.request().orderId()));
        link.addClassName("btn");
        return link;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.shop"), "shop"),
                new Crumb(getTranslation("shop.questions"), "shop/questions"),
                new Crumb(number, null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.questions") + " " + number + " - Tillflow";
    }
}
