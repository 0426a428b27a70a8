package io.tillflow.studio.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.shared.Registration;
import io.tillflow.studio.kit.Unkept;
import org.jspecify.annotations.Nullable;

/** Asks before another page is opened over something that was typed and not kept; the browser says whether there is something. */
@Tag("tf-unkept")
final class LeaveGuard extends Component {
    private boolean typed;
    private @Nullable Registration leaving;

    /** @see Unkept */
    LeaveGuard() {
        getElement().setAttribute("hidden", true);
        getElement()
                .addEventListener(
                        "tf-unkept",
                        event -> typed =
                                event.getEventData().get("event.detail.any").asBoolean())
                .addEventData("event.detail.any")
                // also while a dialog lies over all else: what is typed in it counts, too
                .allowInert();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        leaving = attach.getUI().addBeforeLeaveListener(this::leave);
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (leaving != null) {
            leaving.remove();
        }
    }

    /** The browser said so while somebody typed; by now it may be kept. */
    private void leave(BeforeLeaveEvent event) {
        if (typed) {
            ContinueNavigationAction go = event.postpone();
            getElement().executeJs("return window.tillflowUnkept.any()").then(Boolean.class, any -> {
                if (any) {
                    ask(go);
                } else {
                    typed = false;
                    go.proceed();
                }
            });
        }
    }

    private void ask(ContinueNavigationAction go) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("unkept.title"));
        dialog.setWidth("440px");
        dialog.add(new Paragraph(getTranslation("unkept.text")));
        Button discard = new Button(getTranslation("unkept.discard"), click -> {
            typed = false;
            getElement().executeJs("window.tillflowUnkept.forget()");
            dialog.close();
            go.proceed();
        });
        discard.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened() && typed) {
                go.cancel();
            }
        });
        dialog.getFooter().add(new Button(getTranslation("cancel"), click -> dialog.close()), discard);
        dialog.open();
    }
}
