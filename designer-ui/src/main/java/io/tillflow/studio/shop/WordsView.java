package io.tillflow.studio.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.Unkept;
import java.util.List;
import java.util.Locale;

/**
 * What the shop says of something in one language: the other languages a tab away, its Markdown as shoppers will see it beside. Nobody
 * leaves what they typed and did not keep without being asked.
 */
abstract class WordsView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private final transient PageDesk looks;
    private final String parameter;
    private final IFrame look = new IFrame();
    private final Div remark = new Div();
    private String subject = "";
    private String language = "en";

    /** @param parameter of the address that says what it is about */
    WordsView(PageDesk looks, String parameter) {
        this.looks = looks;
        this.parameter = parameter;
        look.addClassName("page-look");
        look.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        look.getElement().setAttribute("title", getTranslation("shop.page.look"));
        remark.addClassName("note");
        addClassName("shop-order");
        Frontend.require(this, "instances");
        Unkept.in(this);
    }

    /** Reads it and lays it out. */
    abstract void show();

    abstract EmptyState nothing();

    abstract String heading();

    abstract String markdown();

    abstract String name();

    /** The list it is found in. */
    abstract Crumb list();

    String subject() {
        return subject;
    }

    String language() {
        return language;
    }

    static RouteParameters parameters(String parameter, String subject, String language) {
        return new RouteParameters(new RouteParam(parameter, subject), new RouteParam("language", language));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        subject = event.getRouteParameters().get(parameter).orElse("");
        language = event.getRouteParameters().get("language").orElse("en");
        refresh();
    }

    /** What is typed by now may be left. */
    void settled() {
        Unkept.kept(this);
    }

    void refresh() {
        removeAll();
        try {
            show();
            settled();
            preview();
        } catch (Away | Refused trouble) {
            add(nothing());
        }
    }

    /** Does something and reads it anew; what was typed stays when the shop refuses it. */
    boolean act(Runnable act, String done) {
        boolean worked = Attempt.of(this, act, getTranslation(done));
        if (worked) {
            refresh();
        }
        return worked;
    }

    /** Shows what shoppers will see while somebody types in it. */
    void previewed(TextArea field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        // a click elsewhere comes after what was typed last
        field.addBlurListener(left -> preview());
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                preview();
            }
        });
    }

    void preview() {
        String why = "";
        try {
            ContentPage.Look now = looks.look(language, markdown());
            look.setSrcdoc(LookFrame.of(language, heading(), now.html()));
            why = now.open().isEmpty()
                    ? ""
                    : getTranslation("shop.page.open", now.open().size());
        } catch (Refused refused) {
            why = refused.why();
        } catch (Away away) {
            why = getTranslation("storefront.away");
        }
        remark.setText(why);
        remark.setVisible(!why.isEmpty());
    }

    Component look() {
        return ShopCells.card(getTranslation("shop.page.look"), remark, look);
    }

    Component columns(Div words, Div beside) {
        Div columns = new Div(words, beside);
        columns.addClassName("shop-columns");
        return columns;
    }

    Nav languages() {
        Nav nav = new Nav();
        nav.addClassNames("tabs", "settings-tabs");
        nav.setAriaLabel(getTranslation("shop.page.languages"));
        for (String code : List.of("en", "de")) {
            RouterLink link = new RouterLink(
                    Locale.of(code).getDisplayLanguage(getLocale()), view(), parameters(parameter, subject, code));
            if (code.equals(language)) {
                link.addClassName("on");
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }

    abstract Class<? extends WordsView> view();

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(getTranslation("menu.shop"), "shop"), list(), new Crumb(name(), null));
    }

    @Override
    public String getPageTitle() {
        return name() + " - Tillflow";
    }
}
