package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;

/** The pages of the merchant's side. */
class ShopTabs extends Nav {
    ShopTabs(Class<? extends Component> here) {
        addClassNames("tabs", "settings-tabs");
        setAriaLabel(getTranslation("menu.shop"));
        tab("shop.orders", OrdersView.class, here);
        tab("shop.drafts", DraftsView.class, here);
        tab("shop.questions", QuestionsView.class, here);
        tab("shop.products", StockView.class, here);
        tab("shop.proposals", ProposalsView.class, here);
        tab("shop.customers", CustomersView.class, here);
        tab("shop.promotions", PromotionsView.class, here);
        tab("shop.reviews", ReviewsView.class, here);
        tab("shop.pages", ContentPagesView.class, here);
        tab("shop.profile", ProfileView.class, here);
    }

    private void tab(String key, Class<? extends Component> view, Class<? extends Component> here) {
        RouterLink link = new RouterLink(getTranslation(key), view);
        if (view == here) {
            link.addClassName("on");
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
