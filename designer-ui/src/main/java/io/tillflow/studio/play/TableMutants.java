package io.tillflow.studio.play;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.List;

/** Mistakes built into a decision table, each of which its cases should notice. */
final class TableMutants {
    private TableMutants() {}

    /** The table with each rule left out, and with each bound of a cell one off. */
    static List<Mutant> of(ModelFile table) {
        List<Mutant> mutants = new ArrayList<>();
        List<Element> all = Markup.parse(table.text()).root().all().toList();
        for (int i = 0; i < all.size(); i++) {
            int index = i;
            Element element = all.get(i);
            if (element.local().equals("rule")) {
                Markup copy = Markup.parse(table.text());
                copy.root()
                        .all()
                        .toList()
                        .forEach(parent -> parent.children()
                                .removeIf(child ->
                                        child instanceof Element it && it.id().equals(element.id())));
                mutants.add(new Mutant("removed rule", element.id(), "gone", copy.write()));
            } else if (element.local().equals("inputEntry")) {
                String text = element.first("text").map(Element::text).orElse("");
                Bounds.changed("conditionExpression", text).forEach(changed -> {
                    Markup copy = Markup.parse(table.text());
                    Element cell =
                            copy.root().all().toList().get(index).first("text").orElseThrow();
                    cell.children().clear();
                    cell.children().add(new Node.Text(changed));
                    mutants.add(new Mutant("changed bound", element.id(), text + " becomes " + changed, copy.write()));
                });
            }
        }
        return mutants;
    }
}
