package io.tillflow.studio.connectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.tillflow.studio.connectors.LanguageModels.Told;
import io.tillflow.studio.instances.Pieces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Asks a language model as a step would, and shows what it said and who it was. */
class AskModelDialog extends Dialog {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final transient Function<Map<String, Object>, Told> model;
    private final Select<String> skill = new Select<>();
    private final TextArea text = new TextArea();
    private final TextArea more = new TextArea();
    private final Div said = new Div();

    AskModelDialog(Function<Map<String, Object>, Told> model) {
        this.model = model;
        setHeaderTitle(getTranslation("lm.try.title"));
        setWidth("640px");
        skill.setLabel(getTranslation("lm.skill"));
        skill.setItems("classify", "extract", "embed", "moderate", "chat");
        skill.setItemLabelGenerator(it -> getTranslation("lm.skill." + it));
        skill.addValueChangeListener(change -> prepare(change.getValue()));
        text.setLabel(getTranslation("lm.try.text"));
        text.setWidthFull();
        more.setWidthFull();
        more.setMinHeight("96px");
        said.addClassName("model-said");
        said.getElement().setAttribute("aria-live", "polite");
        skill.setValue("classify");
        Button ask = new Button(getTranslation("lm.try.ask"), click -> ask());
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.setDisableOnClick(true);
        ask.addClickListener(click -> ask.setEnabled(true));
        add(new Paragraph(getTranslation("lm.try.lead")), skill, text, more, said);
        getFooter().add(new Button(getTranslation("lm.close"), click -> close()), ask);
    }

    private void prepare(String chosen) {
        more.setVisible(!chosen.equals("moderate"));
        more.setLabel(getTranslation("lm.try.more." + chosen));
        more.setValue(
                switch (chosen) {
                    case "classify" ->
                        "complaint: it is broken; I want my money back\nquestion: when will it arrive; do you have it in blue";
                    case "extract" ->
                        "{\"properties\": {\"amount\": {\"type\": \"number\"}, \"day\": {\"type\": \"string\", \"format\": \"date\"}}}";
                    default -> "";
                });
        said.removeAll();
    }

    private void ask() {
        said.removeAll();
        try {
            Told told = model.apply(question());
            said.add(
                    Pieces.block(told.reply().toString(), "mono"),
                    Pieces.block(
                            getTranslation(
                                    told.cached() ? "lm.try.cached" : "lm.try.by",
                                    told.answeredBy(),
                                    LanguageModelTables.taken(this, told.redacted())),
                            "meta"));
            told.passedOver().forEach(why -> said.add(Pieces.block(why, "meta", "trouble")));
        } catch (Refused refused) {
            said.add(Pieces.block(refused.why(), "trouble"));
        } catch (Away away) {
            said.add(Pieces.block(getTranslation("connectors.away.act"), "trouble"));
        } catch (JacksonException notJson) {
            said.add(Pieces.block(getTranslation("lm.try.json"), "trouble"));
        }
    }

    private Map<String, Object> question() {
        Map<String, Object> question = new LinkedHashMap<>(Map.of("skill", skill.getValue(), "text", text.getValue()));
        List<String> lines = more.getValue()
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        switch (skill.getValue()) {
            case "chat" -> question.put("passages", lines);
            case "embed" -> question.put("candidates", lines);
            case "extract" -> question.put("schema", JSON.readValue(more.getValue(), OBJECT));
            case "classify" -> {
                Map<String, String> labels = new LinkedHashMap<>();
                lines.forEach(line -> labels.put(
                        line.split(":", 2)[0].strip(), line.contains(":") ? line.split(":", 2)[1].strip() : ""));
                question.put("labels", labels);
            }
            default -> {}
        }
        return question;
    }
}
