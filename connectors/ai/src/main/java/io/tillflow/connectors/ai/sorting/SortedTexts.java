package io.tillflow.connectors.ai.sorting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Texts that somebody sorted, in the file's order; those that belong nowhere are left out. */
record SortedTexts(List<Sorted> texts) {
    private static final Set<String> NOWHERE = Set.of("", "oos", "out_of_scope", "none");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .get();

    SortedTexts {
        texts = List.copyOf(texts);
    }

    /** One text and its label. */
    record Sorted(String text, String label) {}

    /** A file that is of no use; the sentence says why. */
    static final class BadFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadFile(String sentence) {
            super(sentence);
        }
    }

    static SortedTexts read(Path file) {
        try (CSVParser rows = FORMAT.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            if (!rows.getHeaderNames().stream()
                    .map(String::toLowerCase)
                    .toList()
                    .containsAll(List.of("text", "intent"))) {
                throw new BadFile(file + ": expected the columns text and intent, but got " + rows.getHeaderNames());
            }
            List<Sorted> texts = new ArrayList<>();
            for (CSVRecord row : rows) {
                if (!row.isConsistent()) {
                    throw new BadFile(file + ", row " + row.getRecordNumber() + ": expected as many cells as columns");
                }
                String label = row.get("intent").strip();
                if (!NOWHERE.contains(label) && !row.get("text").isBlank()) {
                    texts.add(new Sorted(row.get("text").strip(), label));
                }
            }
            SortedTexts read = new SortedTexts(texts);
            if (read.labels().size() < 2) {
                throw new BadFile(file + ": expected texts of at least two intents, but there are "
                        + read.labels().size());
            }
            return read;
        } catch (UncheckedIOException e) {
            throw unreadable(file, Objects.<Exception>requireNonNullElse(e.getCause(), e));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private static BadFile unreadable(Path file, Exception why) {
        return new BadFile(
                why instanceof CharacterCodingException
                        ? file + ": expected text in UTF-8"
                        : file + " cannot be read: " + why.getMessage());
    }

    /** In the order of their names. */
    List<String> labels() {
        return texts.stream().map(Sorted::label).distinct().sorted().toList();
    }

    /**
     * So many of each label as examples, the others to be judged.
     *
     * @param examples apart by semicolons for each label
     */
    record Split(Map<String, String> examples, List<Sorted> judged) {}

    Split split(int each, int most, Random chance) {
        List<Sorted> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, chance);
        Map<String, List<String>> examples = new TreeMap<>();
        labels().forEach(label -> examples.put(label, new ArrayList<>()));
        List<Sorted> judged = new ArrayList<>();
        for (Sorted one : shuffled) {
            List<String> own = examples.getOrDefault(one.label(), new ArrayList<>());
            if (own.size() < each) {
                own.add(one.text().replace(';', ','));
            } else if (judged.size() < most) {
                judged.add(one);
            }
        }
        Map<String, String> joined = new LinkedHashMap<>();
        examples.forEach((label, own) -> joined.put(label, String.join(";", own)));
        return new Split(joined, judged);
    }
}
