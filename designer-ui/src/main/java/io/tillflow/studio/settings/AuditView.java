package io.tillflow.studio.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Route("settings/audit")
@RolesAllowed(Role.Is.ADMIN)
class AuditView extends Div implements HasDynamicTitle {
    private static final int PAGE = 50;

    private final transient Audit audit;
    private final transient Clock clock;
    private final SimpleTable table;
    private final NativeButton more;
    private long before = Long.MAX_VALUE;

    AuditView(Audit audit, CurrentUser user, Clock clock) {
        this.audit = audit;
        this.clock = clock;
        table = new SimpleTable(
                getTranslation("audit.when"),
                getTranslation("audit.who"),
                getTranslation("audit.what"),
                getTranslation("audit.subject"),
                getTranslation("audit.before"),
                getTranslation("audit.after"));
        more = new NativeButton(getTranslation("audit.more"), click -> next());
        more.addClassName("btn");
        add(new PageHead(getTranslation("menu.settings")), new SettingsTabs(user, AuditView.class));
        if (audit.newest(before, 1).isEmpty()) {
            add(new EmptyState("history", getTranslation("audit.empty"), getTranslation("audit.empty.text")));
        } else {
            add(table, more);
            next();
        }
    }

    private void next() {
        List<Audit.Entry> page = audit.newest(before, PAGE);
        page.forEach(entry -> table.row(
                Times.ago(entry.at(), clock, getLocale()),
                new Span(entry.actor()),
                new Span(entry.action()),
                mono(entry.subject()),
                mono(entry.before()),
                mono(entry.after())));
        more.setVisible(page.size() == PAGE);
        before = page.isEmpty() ? before : page.getLast().id();
    }

    private static Component mono(@Nullable String text) {
        Span span = new Span(text == null ? "" : text);
        span.addClassNames("mono", "cut", "audit-cell");
        if (text != null) {
            span.getElement().setAttribute("title", text);
        }
        return span;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.audit") + " - Tillflow";
    }
}
