package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Unkept;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order put together for somebody: each change is kept at once, and the shop says what it costs. */
@Route("shop/drafts/:id([0-9a-f-]{36})")
@RolesAllowed(Role.Is.MERCHANT)
class DraftView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private final transient DraftDesk desk;
    private final DraftLines lines;
    private final DraftFields fields = new DraftFields(() -> save(null));
    private final Div sums = new Div();
    private final Div problems = new Div();
    private transient @Nullable Draft shown;
    /** Whether the page shows something that the shop has not. */
    private boolean unsaved;

    DraftView(DraftDesk desk, ShopBook book) {
        this.desk = desk;
        this.lines = new DraftLines(book, this::save);
        addClassName("shop-order");
        Unkept.in(fields);
        problems.addClassName("note");
        Frontend.require(this, "instances");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        removeAll();
        Optional<Draft> found = read(id);
        if (found.isEmpty()) {
            add(new EmptyState("shop", getTranslation("shop.draft.gone"), getTranslation("shop.draft.gone.text")));
            return;
        }
        Draft draft = found.get();
        if (draft.orderId() != null) {
            event.forwardTo(OrderView.class, new RouteParameters("id", draft.orderId()));
            return;
        }
        fields.show(draft);
        show(draft);
        Div columns = new Div(
                new Div(ShopCells.card(getTranslation("shop.draft.things"), lines, sums)),
                new Div(ShopCells.card(getTranslation("shop.draft.who"), fields)));
        columns.addClassName("shop-columns");
        add(new PageHead(getTranslation("shop.draft")).actions(actions(id)), problems, columns);
    }

    private Component[] actions(String id) {
        return new Component[] {
            Pieces.button(
                    getTranslation("shop.draft.discard"),
                    "",
                    () -> new AskDialog(
                                    getTranslation("shop.draft.discard.title"),
                                    getTranslation("shop.draft.discard.text"),
                                    "",
                                    getTranslation("shop.draft.discard"))
                            .then(none -> discard(id))
                            .dangerous()
                            .open()),
            Pieces.button(getTranslation("shop.draft.place"), "mail", () -> place(id), "pri")
        };
    }

    private Optional<Draft> read(String id) {
        try {
            return Optional.of(desk.draft(id));
        } catch (Away | Refused trouble) {
            return Optional.empty();
        }
    }

    private void save(@Nullable List<Draft.WantedLine> wanted) {
        Draft draft = shown;
        if (draft == null) {
            return;
        }
        unsaved = true;
        if (!fields.fine()) {
            return;
        }
        List<Draft.WantedLine> now = wanted != null
                ? wanted
                : draft.lines().stream()
                        .map(it -> new Draft.WantedLine(it.sku(), it.quantity()))
                        .toList();
        try {
            desk.save(draft.id(), fields.wanted(draft.revision(), now));
            unsaved = false;
            Unkept.kept(fields);
        } catch (Away | Refused trouble) {
            Notices.failed(getTranslation(
                    trouble instanceof Refused ? "storefront.refused" : "storefront.away.act",
                    trouble instanceof Refused refused ? refused.why() : ""));
        }
        read(draft.id()).ifPresent(it -> catchUp(draft.revision(), it));
    }

    /** What somebody else kept meanwhile is shown as a whole: kept once more from here it would be as it was before. */
    private void catchUp(int before, Draft now) {
        if (unsaved && now.revision() != before) {
            fields.show(now);
            Unkept.kept(fields);
            unsaved = false;
        }
        show(now);
    }

    private void show(Draft draft) {
        shown = draft;
        lines.show(draft);
        sums.removeAll();
        sums.add(sums(draft));
        UnorderedList list = new UnorderedList();
        draft.problems().forEach(it -> list.add(new ListItem(it.message())));
        problems.removeAll();
        problems.add(Pieces.block(getTranslation("shop.draft.missing"), "strong"), list);
        problems.setVisible(!draft.problems().isEmpty());
    }

    private Component sums(Draft draft) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("kv");
        Draft.Totals totals = draft.totals();
        totals.discounts().forEach(it -> amount(facts, it.title(), -it.amount(), draft));
        amount(facts, getTranslation("shop.delivery"), totals.deliveryPrice(), draft);
        amount(facts, getTranslation("shop.tax"), totals.tax(), draft);
        amount(facts, getTranslation("shop.column.total"), totals.total(), draft);
        return facts;
    }

    private void amount(DescriptionList facts, String name, long amount, Draft draft) {
        ShopCells.fact(facts, name, ShopCells.money(amount, draft.currency(), getLocale()));
    }

    private void place(String id) {
        Draft draft = shown;
        if (draft == null) {
            return;
        }
        if (unsaved || !fields.fine()) {
            Notices.failed(getTranslation("shop.draft.unsaved"));
            save(null);
            return;
        }
        if (Attempt.of(
                this,
                () -> desk.place(id, draft.revision(), draft.totals().total()),
                getTranslation("shop.draft.placed"))) {
            read(id).map(Draft::orderId)
                    .ifPresent(order -> UI.getCurrent().navigate(OrderView.class, new RouteParameters("id", order)));
        } else {
            read(id).ifPresent(it -> {
                if (it.revision() != draft.revision()) {
                    fields.show(it);
                    Unkept.kept(fields);
                }
                show(it);
            });
        }
    }

    private boolean discard(String id) {
        boolean gone = Attempt.of(this, () -> desk.discard(id), getTranslation("shop.draft.discarded"));
        if (gone) {
            UI.getCurrent().navigate(DraftsView.class);
        }
        return gone;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.shop"), "shop"),
                new Crumb(getTranslation("shop.drafts"), "shop/drafts"),
                new Crumb(getTranslation("shop.draft"), null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shop.draft") + " - Tillflow";
    }
}
