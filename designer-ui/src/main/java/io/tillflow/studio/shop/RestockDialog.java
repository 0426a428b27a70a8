package io.tillflow.studio.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import io.tillflow.studio.connectors.Attempt;
import java.util.List;
import java.util.function.Consumer;

/** Asks where things of a return are put. */
class RestockDialog extends Dialog {
    /** @param restock takes the location's id */
    RestockDialog(List<Location> open, Consumer<String> restock, Runnable done) {
        setHeaderTitle(getTranslation("shop.back.restock"));
        setWidth("400px");
        Select<Location> where = new Select<>();
        where.setLabel(getTranslation("shop.location"));
        where.setItems(open);
        where.setItemLabelGenerator(Location::name);
        where.setValue(open.getFirst());
        where.setWidthFull();
        Button ok = new Button(getTranslation("shop.back.restock"), click -> {
            if (Attempt.of(this, () -> restock.accept(where.getValue().id()), getTranslation("shop.act.done"))) {
                close();
            }
            done.run();
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(where);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }
}
