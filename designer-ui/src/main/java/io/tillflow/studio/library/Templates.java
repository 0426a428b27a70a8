package io.tillflow.studio.library;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import io.tillflow.studio.models.Shelf;
import io.tillflow.studio.play.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/** Every process that ships, as it shipped, whatever became of the model of its name. */
@Service
public class Templates {
    private final Shelf shelf;

    Templates(Shelf shelf) {
        this.shelf = shelf;
    }

    public List<Template> all() {
        return files().stream()
                .map(this::template)
                .sorted(Comparator.comparing(Template::name))
                .toList();
    }

    /** Those in which every word of the question begins a word of the name, the description, an element or a job. */
    public List<Template> search(String question) {
        List<String> wanted = words(question).toList();
        return all().stream()
                .filter(template -> {
                    List<String> has = Stream.of(
                                    Stream.of(template.name(), template.description()),
                                    template.words().stream(),
                                    template.jobs().stream(),
                                    template.starts().stream(),
                                    template.uses().stream())
                            .flatMap(texts -> texts)
                            .flatMap(Templates::words)
                            .toList();
                    return wanted.stream().allMatch(word -> has.stream().anyMatch(it -> it.startsWith(word)));
                })
                .toList();
    }

    public Optional<Template> find(String id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The scenarios that ship with it, by their files' names. */
    Map<String, String> scenarios(String id) {
        return Scenarios.shippedWith(id);
    }

    private Template template(ModelFile file) {
        Element root = Markup.parse(file.text()).root();
        Element process = root.first("process").orElse(root);
        List<String> uses = shelf.companions(List.of(file)).stream()
                .map(ModelFile::name)
                .sorted()
                .toList();
        List<String> jobs = process.all()
                .filter(it -> it.local().equals("taskDefinition"))
                .map(it -> it.attribute("type"))
                .distinct()
                .sorted()
                .toList();
        List<String> names = process.all()
                .map(it -> it.attribute("name"))
                .filter(name -> !name.isBlank())
                .toList();
        return new Template(
                process.id(),
                process.attribute("name").isBlank() ? process.id() : process.attribute("name"),
                process.first("documentation").map(Element::text).orElse("").strip(),
                starts(root, process),
                uses,
                jobs,
                (int) process.all().filter(Templates::isStep).count(),
                scenarios(process.id()).size(),
                names,
                file);
    }

    private static List<String> starts(Element root, Element process) {
        List<String> references = process.elements("startEvent")
                .flatMap(start -> start.elements("messageEventDefinition"))
                .map(it -> it.attribute("messageRef"))
                .toList();
        return root.elements("message")
                .filter(message -> references.contains(message.id()))
                .map(message -> message.attribute("name"))
                .toList();
    }

    private static boolean isStep(Element element) {
        return element.local().endsWith("Task")
                || element.local().equals("task")
                || element.local().equals("callActivity");
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty());
    }

    private static List<ModelFile> files() {
        try {
            List<ModelFile> files = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/models/**/*.bpmn")) {
                files.add(new ModelFile(
                        Objects.requireNonNullElse(file.getFilename(), ""), file.getContentAsByteArray()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
