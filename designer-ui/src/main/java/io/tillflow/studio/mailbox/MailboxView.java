package io.tillflow.studio.mailbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import io.tillflow.studio.instances.LiveHistory;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.instances.Texts;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.mailbox.Letters.Away;
import io.tillflow.studio.mailbox.Letters.Envelope;
import io.tillflow.studio.mailbox.Letters.Letter;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The letters at the left, the one that was chosen at the right, shut in a frame that may do nothing. */
@Route("mailbox")
@RouteAlias("mailbox/:id([0-9]+)")
@Menu(order = 120, title = "menu.mailbox", icon = "mail")
@RolesAllowed(Role.Is.VIEWER)
class MailboxView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final int SHOWN = 100;

    private final Letters letters;
    private final TextField search = new TextField();
    private final Div rows = new Div();
    private final Div reader = new Div();
    private List<Envelope> all = List.of();
    private long chosen;
    private long opened;

    private record Reading(List<Envelope> letters, boolean away) {}

    MailboxView(Letters letters, LiveHistory live) {
        this.letters = letters;
        addClassNames("tk", "mail");
        search.setPlaceholder(getTranslation("mailbox.search"));
        search.setAriaLabel(getTranslation("mailbox.search"));
        search.setPrefixComponent(new Icon("search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> fill());
        rows.addClassName("rows");
        Div list = new Div(search, rows);
        list.addClassName("lst");
        Div left = new Div(new PageHead(getTranslation("mailbox.title")), list);
        left.addClassName("lh");
        reader.addClassName("md");
        add(left, reader);
        Frontend.require(this, "instances");
        Frontend.require(this, "tasks");
        // a letter is sent by a step, so history changes when one may have arrived
        live.follow(this, change -> true, this::read, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chosen = event.getRouteParameters().get("id").map(Long::parseLong).orElse(0L);
        show(read());
    }

    private Reading read() {
        try {
            return new Reading(letters.newest(), false);
        } catch (Away away) {
            return new Reading(all, true);
        }
    }

    private void show(Reading reading) {
        all = reading.letters();
        setClassName("chosen", chosen != 0);
        fill();
        if (reading.away() && all.isEmpty()) {
            Redraw.in(
                    rows, new EmptyState("plug", getTranslation("mailbox.away"), getTranslation("mailbox.away.text")));
        }
        if (opened != chosen || reader.getChildren().findAny().isEmpty()) {
            opened = chosen;
            reader.removeAll();
            reader.add(
                    chosen == 0
                            ? new EmptyState(
                                    "mail", getTranslation("mailbox.choose"), getTranslation("mailbox.choose.text"))
                            : read(chosen));
        }
    }

    private void fill() {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<Envelope> found = all.stream()
                .filter(it ->
                        (it.to() + " " + it.subject()).toLowerCase(Locale.ROOT).contains(wanted))
                .limit(SHOWN)
                .toList();
        String none = all.isEmpty() ? "mailbox.none" : "mailbox.nomatch";
        Redraw.in(
                rows,
                found.isEmpty()
                        ? List.of(new EmptyState("mail", getTranslation(none), getTranslation(none + ".text")))
                        : found.stream().map(this::row).toList());
    }

    private NativeButton row(Envelope letter) {
        NativeButton row = Redraw.keyed(Redraw.press(new NativeButton(), () -> open(letter)), letter.id());
        row.addClassName("t");
        row.setClassName("on", letter.id() == chosen);
        Span when = new Span(Pieces.ago(letter.receivedAt()));
        when.addClassNames("meta", "num");
        Span first = new Span(Pieces.text(subject(letter), "strong", "grow", "cut"), when);
        first.addClassName("row");
        Span second = new Span(Pieces.text(letter.to(), "cut"));
        second.addClassNames("row", "meta");
        row.add(first, second);
        return row;
    }

    private void open(Envelope letter) {
        RouteParameters chosenOne = new RouteParameters("id", String.valueOf(letter.id()));
        getUI().ifPresent(ui -> ui.navigate(MailboxView.class, chosenOne));
    }

    private Div read(long id) {
        Optional<Letter> found;
        try {
            found = letters.open(id);
        } catch (Away away) {
            return new EmptyState("plug", getTranslation("mailbox.away"), getTranslation("mailbox.away.text"));
        }
        return found.map(this::letter)
                .orElseGet(() ->
                        new EmptyState("mail", getTranslation("mailbox.gone"), getTranslation("mailbox.gone.text")));
    }

    private Div letter(Letter letter) {
        NativeButton back = Pieces.button(
                "", "left", () -> getUI().ifPresent(ui -> ui.navigate(MailboxView.class)), "ghost", "ic", "back");
        back.setAriaLabel(getTranslation("mailbox.back"));
        Div title = new Div(back, new com.vaadin.flow.component.html.H1(subject(letter.envelope())));
        title.addClassName("row");
        Div under = new Div(
                new Span(getTranslation("mailbox.from", letter.from())),
                Pieces.text("·", "dim"),
                new Span(getTranslation("mailbox.to", letter.envelope().to())),
                Pieces.text("·", "dim"),
                new Span(Texts.exact(letter.envelope().receivedAt(), getLocale())));
        under.addClassNames("meta", "row");
        Div head = new Div(title, under);
        head.addClassName("fh");
        Div page = new Div(head, letter.html().isBlank() ? plain(letter) : framed(letter));
        page.addClassName("frm");
        return page;
    }

    private String subject(Envelope letter) {
        return letter.subject().isBlank() ? getTranslation("mailbox.no-subject") : letter.subject();
    }

    private static Pre plain(Letter letter) {
        Pre text = new Pre(letter.text());
        text.addClassName("plain-letter");
        return text;
    }

    /** No script, no form, no cookie of ours, nothing from elsewhere: the frame is another, empty origin. */
    private IFrame framed(Letter letter) {
        IFrame frame = new IFrame();
        frame.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        frame.setSrcdoc(letter.html());
        frame.getElement().setAttribute("title", subject(letter.envelope()));
        frame.addClassName("letter");
        return frame;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mailbox.title") + " - Tillflow";
    }
}
