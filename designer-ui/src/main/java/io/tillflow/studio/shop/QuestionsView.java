package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;

/** What shoppers ask, the newest first. */
@Route("shop/questions")
@RolesAllowed(Role.Is.MERCHANT)
class QuestionsView extends Div implements HasDynamicTitle {
    private static final List<String> STATES = List.of("", "REQUESTED", "WITH_PERSON", "ANSWERED", "CLOSED");

    private volatile String wanted = "";

    QuestionsView(ShopBook book, LiveHistory live) {
        ShopList<Conversation.Question> list =
                new ShopList<>(table(), "shop.questions.empty", after -> book.questions(wanted, after));
        Select<String> state = new Select<>();
        state.setItems(STATES);
        state.setValue("");
        state.setAriaLabel(getTranslation("shop.orders.state"));
        state.setItemLabelGenerator(
                it -> getTranslation(it.isEmpty() ? "shop.orders.state.all" : "shop.question." + it));
        state.addValueChangeListener(change -> {
            wanted = change.getValue();
            list.restart();
        });
        Div filter = new Div(state);
        filter.addClassName("shop-filter");
        add(new PageHead(getTranslation("menu.shop")), new ShopTabs(QuestionsView.class), filter, list);
        Frontend.require(this, "instances");
        list.restart();
        live.follow(this, change -> true, list::load, list::show);
    }

    private DataTable<Conversation.Question> table() {
        return new DataTable<>(
                        getTranslation("shop.questions"),
                        Conversation.Question::id,
                        List.of(
                                column("topic", "", this::topic),
                                column("state", "", it -> ShopCells.questionState(this, it.state())),
                                column("asked", "", it -> new Span(Pieces.ago(it.askedAt())))))
                .onOpen(it -> UI.getCurrent().navigate(QuestionView.class, new RouteParameters("id", it.id())));
    }

    private Column<Conversation.Question> column(
            String key, String classes, Function<Conversation.Question, Component> cell) {
        return new Column<>(getTranslation("shop.column." + key), classes, cell);
    }

    private Component topic(Conversation.Question it) {
        RouterLink link = new RouterLink(
                ShopCells.topic(this, it.about()), QuestionView.class, new RouteParameters("id", it.id()));
        Div cell = new Div(link);
        if (it.urgent()) {
            cell.add(new Badge(State.INCIDENT, getTranslation("shop.urgent")));
        }
        cell.addClassName("row");
        return cell;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.questions") + " - Tillflow";
    }
}
