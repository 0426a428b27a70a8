package io.tillflow.studio.cases;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.cases.CasesDesk.Ran;
import io.tillflow.studio.cases.CasesRefused.Problem;
import io.tillflow.studio.instances.Pieces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One case: what the decision is told, and what must come of it. */
final class CaseDialog extends Dialog {
    private final transient CaseSheet columns;
    private final transient Function<Case, Ran> ask;
    private final transient Function<Case, String> keep;
    private final TextField name = new TextField();
    private final TextField rule = new TextField();
    private final Map<String, TextField> facts = new LinkedHashMap<>();
    private final Map<String, TextField> answers = new LinkedHashMap<>();
    private final Map<String, TextField> byColumn = new LinkedHashMap<>();
    private final Div trouble = Pieces.block("", "note", "incident", "case-trouble");
    private final String decision;

    /** @param keep answers why it was not kept, or nothing */
    CaseDialog(CaseSheet columns, @Nullable Case former, Function<Case, Ran> ask, Function<Case, String> keep) {
        this.columns = columns;
        this.ask = ask;
        this.keep = keep;
        this.decision = columns.decision().decisionId();
        setHeaderTitle(getTranslation(former == null ? "cases.add.title" : "cases.edit.title"));
        setWidth("680px");
        name.setLabel(getTranslation("cases.case"));
        name.setPlaceholder(getTranslation("cases.case.hint"));
        name.setWidthFull();
        name.focus();
        trouble.setVisible(false);
        trouble.getElement().setAttribute("role", "alert");
        add(
                trouble,
                name,
                new H3(getTranslation("cases.facts")),
                factFields(),
                new H3(getTranslation("cases.expects")),
                answerFields());
        if (former != null) {
            show(former);
        }
        Button now = new Button(getTranslation("cases.now"), click -> fill());
        Button save = new Button(getTranslation("cases.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        getFooter().add(now, new Button(getTranslation("cancel"), click -> close()), save);
    }

    private Div factFields() {
        Div fields = fields();
        columns.facts().forEach(it -> {
            TextField field = field(it.label(), hint(it.type()));
            facts.put(it.path(), field);
            byColumn.put("facts." + it.path(), field);
            fields.add(field);
        });
        return fields;
    }

    private Div answerFields() {
        Div fields = fields();
        rule.setLabel(getTranslation("cases.rule"));
        rule.setHelperText(getTranslation("cases.rule.hint"));
        byColumn.put(CaseSheet.RULE, rule);
        fields.add(rule);
        columns.answers().forEach(it -> {
            TextField field = field(it.label(), hint(it.type()));
            answers.put(it.name(), field);
            byColumn.put(CaseSheet.heading(it), field);
            fields.add(field);
        });
        return fields;
    }

    private static Div fields() {
        Div fields = new Div();
        fields.addClassName("case-fields");
        return fields;
    }

    private static TextField field(String label, String hint) {
        TextField field = new TextField(label);
        field.setHelperText(hint);
        return field;
    }

    private String hint(String type) {
        return switch (type) {
            case "boolean" -> "true, false";
            case "" -> getTranslation("cases.type.any");
            default -> type;
        };
    }

    private void show(Case it) {
        name.setValue(it.name());
        columns.facts().forEach(fact -> field(facts, fact.path()).setValue(columns.fact(it, fact)));
        expect(it);
    }

    private void expect(Case it) {
        rule.setValue(columns.numbers(it));
        columns.answers().forEach(answer -> field(answers, answer.name()).setValue(columns.answer(it, answer)));
    }

    private static TextField field(Map<String, TextField> fields, String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    /** What is written in the fields; what cannot be read is told at its field. */
    private Optional<Case> written(boolean factsAlone) {
        byColumn.values().forEach(it -> it.setInvalid(false));
        List<Problem> problems = new ArrayList<>();
        Case it = columns.read(
                new CaseSheet.Written(
                        0,
                        name.getValue(),
                        values(facts),
                        factsAlone ? "" : rule.getValue(),
                        factsAlone ? Map.of() : values(answers)),
                problems);
        problems.forEach(this::tell);
        return problems.isEmpty() ? Optional.of(it) : Optional.empty();
    }

    private void tell(Problem problem) {
        TextField field = byColumn.get(problem.column());
        if (field == null) {
            trouble(problem.toString());
        } else {
            field.setInvalid(true);
            field.setErrorMessage(problem.message());
        }
    }

    private static Map<String, String> values(Map<String, TextField> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().getValue()));
    }

    /** Fills in what the table as it is drawn answers. */
    private void fill() {
        trouble("");
        written(true).ifPresent(it -> {
            switch (ask.apply(it.of(decision))) {
                case Ran.Not(var why) -> trouble(why);
                case Ran.Told ran -> {
                    CaseRun.Result result = ran.report().results().getFirst();
                    result.expected().ifPresentOrElse(this::expect, () -> trouble(result.failure()));
                }
            }
        });
    }

    private void save() {
        trouble("");
        boolean named = !name.getValue().isBlank();
        name.setInvalid(!named);
        name.setErrorMessage(getTranslation("cases.case.missing"));
        Optional<Case> written = written(false);
        if (!named || written.isEmpty()) {
            return;
        }
        String problem = keep.apply(written.get());
        trouble(problem);
        if (problem.isEmpty()) {
            close();
        }
    }

    private void trouble(String text) {
        trouble.setText(text);
        trouble.setVisible(!text.isEmpty());
    }
}
