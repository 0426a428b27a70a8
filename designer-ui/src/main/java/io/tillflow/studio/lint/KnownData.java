package io.tillflow.studio.lint;

import io.tillflow.processes.ElementTemplates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What messages bring, connectors give back and forms ask for: what the browser and the linter know of the data in a model. */
@Component
public class KnownData {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern RESULT = Pattern.compile("=([A-Za-z]\\w*)");
    private static final Contract SHIPPED = contract();

    private final Landscape landscape;

    KnownData(Landscape landscape) {
        this.landscape = landscape;
    }

    private record MessageData(String name, JsonNode brings) {}

    private record JobData(String name, List<String> gives) {}

    private record Contract(Map<String, MessageData> messages, Map<String, JobData> jobs, TreeSet<String> errors) {}

    private record Document(
            Map<String, MessageData> messages,
            Map<String, JobData> jobs,
            Map<String, List<String>> forms,
            Map<String, List<String>> decisions,
            TreeSet<String> errors) {}

    /** As JSON; what the given files say of forms goes before what is saved. */
    public String json(List<ModelFile> given) {
        Map<String, List<String>> forms = new TreeMap<>();
        landscape.forms().forEach(source -> addForm(source, forms));
        given.stream().filter(it -> it.kind() == ModelFile.Kind.FORM).forEach(it -> addForm(it.text(), forms));
        return JSON.writeValueAsString(
                new Document(SHIPPED.messages(), SHIPPED.jobs(), forms, Map.of(), SHIPPED.errors()));
    }

    private static void addForm(String source, Map<String, List<String>> forms) {
        try {
            JsonNode form = JSON.readTree(source);
            List<String> fields = new ArrayList<>();
            fields(form.path("components"), "", fields);
            forms.put(form.path("id").asString(""), fields);
        } catch (JacksonException noJson) {
            // a form that cannot be read is somebody else's finding
        }
    }

    private static void fields(JsonNode components, String path, List<String> fields) {
        for (JsonNode component : components) {
            String key = component.path("key").asString("");
            String inside = component.path("path").asString("");
            if (!key.isEmpty()) {
                fields.add(path + key);
            }
            if (component.path("type").asString("").equals("dynamiclist")) {
                fields.add(path + inside);
            } else {
                fields(component.path("components"), inside.isEmpty() ? path : path + inside + ".", fields);
            }
        }
    }

    private static Contract contract() {
        Contract contract = new Contract(new LinkedHashMap<>(), new LinkedHashMap<>(), new TreeSet<>());
        for (String name : ElementTemplates.names()) {
            JsonNode template = JSON.readTree(new String(ElementTemplates.read(name), StandardCharsets.UTF_8));
            JsonNode metadata = template.path("metadata");
            String title = template.path("name").asString("");
            if (metadata.has("message")) {
                contract.messages()
                        .put(metadata.path("message").asString(""), new MessageData(title, metadata.path("example")));
            }
            if (metadata.has("jobType")) {
                String type = metadata.path("jobType").asString("");
                contract.jobs().put(type, new JobData(title, results(template)));
                metadata.path("errors")
                        .forEach(it -> contract.errors()
                                .add(it.isObject() ? it.path("code").asString("") : it.asString("")));
            }
        }
        return contract;
    }

    private static List<String> results(JsonNode template) {
        List<String> names = new ArrayList<>();
        for (JsonNode property : template.path("properties")) {
            JsonNode binding = property.path("binding");
            Matcher source = RESULT.matcher(binding.path("source").asString(""));
            if (binding.path("type").asString("").equals("zeebe:output") && source.matches()) {
                names.add(source.group(1));
            }
        }
        return names;
    }
}
