package io.tillflow.studio.shell;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.tillflow.studio.kit.HasCrumbs.Crumb;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.security.CurrentUser;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Where the user is, and who. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TopBar extends Header {
    private final Span crumbs = new Span();
    private final AuthenticationContext authentication;
    private @Nullable MenuItem help;
    private Runnable helping = () -> {};

    TopBar(CurrentUser user, AuthenticationContext authentication) {
        this.authentication = authentication;
        addClassName("top");
        crumbs.addClassName("crumb");
        Span grow = new Span();
        grow.addClassName("grow");
        add(crumbs, grow, account(user.name()));
    }

    void crumbs(List<Crumb> way) {
        crumbs.removeAll();
        if (way.isEmpty()) {
            crumbs.add(strong(getTranslation("shell.shop")));
        }
        for (Crumb crumb : way) {
            if (crumbs.getComponentCount() > 0) {
                crumbs.add(Icon.small("right"));
            }
            crumbs.add(crumb.route() == null ? strong(crumb.text()) : new Anchor(crumb.route(), crumb.text()));
        }
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassNames("strong", "cut");
        return span;
    }

    private NativeButton account(String name) {
        NativeButton me =
                new NativeButton(name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT));
        me.addClassNames("ava", "me");
        // what is heard begins with what is seen
        me.setAriaLabel(me.getText() + ", " + getTranslation("shell.account", name));
        me.getElement().setAttribute("title", name);
        ContextMenu menu = new ContextMenu(me);
        menu.setOpenOnClick(true);
        menu.addItem(name).setEnabled(false);
        menu.addSeparator();
        schemes(menu.addItem(getTranslation("shell.scheme")));
        languages(menu.addItem(getTranslation("shell.language")));
        menu.addItem(
                getTranslation("shell.account.page"), click -> me.getUI().ifPresent(ui -> ui.navigate("settings")));
        help = menu.addItem(getTranslation("tour.again"), click -> helping.run());
        help.setVisible(false);
        menu.addSeparator();
        menu.addItem(getTranslation("shell.out"), click -> authentication.logout());
        return me;
    }

    /** What the menu's help does for those who have one. */
    void help(Runnable act) {
        helping = act;
        if (help != null) {
            help.setVisible(true);
        }
    }

    private void schemes(MenuItem item) {
        for (String scheme : List.of("system", "light", "dark")) {
            item.getSubMenu()
                    .addItem(
                            getTranslation("shell.scheme." + scheme),
                            click -> getElement().executeJs("window.tillflowScheme($0)", scheme));
        }
    }

    private void languages(MenuItem item) {
        item.getSubMenu().addItem("English", click -> speak(Locale.ENGLISH));
        item.getSubMenu().addItem("Deutsch", click -> speak(Locale.GERMAN));
    }

    private void speak(Locale locale) {
        VaadinSession.getCurrent().setLocale(locale);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }
}
