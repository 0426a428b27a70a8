package io.tillflow.studio.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.studio.Files;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class CaseSheetTest {
    private static final DecisionSheets DISCOUNT = DecisionSheets.of(Files.read("/cases/discount.dmn"));
    private static final DecisionSheet SHEET = DISCOUNT.find("", "discount").orElseThrow();
    private static final String HEAD =
            "case,facts.order.country,facts.customer.orders,rule,output.percent,output.reason\r\n";

    private static List<Case> read(String csv) {
        return CaseSheet.read(SHEET, csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDecisionAsksForWhatTheDecisionsBelowItAskFor() {
        assertThat(SHEET.facts())
                .extracting(DecisionSheet.Fact::path)
                .containsExactly("order.country", "customer.orders");
        assertThat(SHEET.answers()).extracting(DecisionSheet.Answer::name).containsExactly("percent", "reason");
        DecisionSheet below = DISCOUNT.find("tier", "discount").orElseThrow();
        assertThat(below.facts()).extracting(DecisionSheet.Fact::path).containsExactly("customer.orders");
        assertThat(below.answers()).containsExactly(new DecisionSheet.Answer("", "Tier", "string"));
        assertThat(DISCOUNT.find("other", "discount")).isEmpty();
    }

    @Test
    void aColumnThatComparesTheWorthIfItIsKnownAsksForBothByTheirTypes() {
        DecisionSheet risk = DecisionSheets.of(Files.read("/models/orders/order-risk.dmn"))
                .find("", "order-risk")
                .orElseThrow();
        assertThat(risk.facts())
                .contains(
                        new DecisionSheet.Fact("order.total", "Worth in cents", "number"),
                        new DecisionSheet.Fact("order.worth", "order.worth", "number"));
    }

    @Test
    void everyShippedFileGoesThroughASpreadsheetUnchanged() throws IOException {
        int seen = 0;
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:/models/**/*.cases.json")) {
            String id = Objects.requireNonNull(file.getFilename()).replace(".cases.json", "");
            String dmn = file.createRelative(id + ".dmn").getContentAsString(StandardCharsets.UTF_8);
            DecisionSheet sheet = DecisionSheets.of(dmn).find("", id).orElseThrow();
            List<Case> cases = CaseFile.read(file.getContentAsString(StandardCharsets.UTF_8));
            String csv = CaseSheet.of(sheet, cases).csv(cases);
            List<Case> back = CaseSheet.read(sheet, csv.getBytes(StandardCharsets.UTF_8));
            assertThat(CaseSheet.of(sheet, back).csv(back)).as(id).isEqualTo(csv);
            assertThat(back)
                    .extracting(Case::output)
                    .as(id)
                    .isEqualTo(cases.stream().map(Case::output).toList());
            assertThat(back)
                    .extracting(Case::rules)
                    .as(id)
                    .isEqualTo(cases.stream().map(Case::rules).toList());
            assertThat(back.stream().map(Case::facts).toList())
                    .as(id)
                    .isEqualTo(cases.stream().map(Case::facts).toList());
            seen++;
        }
        assertThat(seen).isGreaterThan(8);
    }

    @Test
    void whatIsInNoColumnOfTheTableAndWhatASpreadsheetMightTakeForAFormulaComesBack() {
        List<Case> cases = CaseFile.read("""
                [{"case": "=1+1", "facts": {"order": {"country": "a,\\"b\\"\\nc", "note": "@home", "lines": [1, 2.50]}, "customer": {"orders": -5}},
                  "rule": [], "output": {"percent": null, "reason": "'=x", "more": true}},
                 {"case": "' quoted", "facts": {"order": {"country": " x "}}, "output": {"reason": "null"}}]""");
        String csv = CaseSheet.of(SHEET, cases).csv(cases);
        assertThat(csv)
                .contains("'=1+1", "-5", "facts.order.note", "output.more")
                .doesNotContain(",=", "\n=");
        assertThat(read(csv)).isEqualTo(cases);
    }

    @Test
    void aFactThatIsHereAnObjectAndThereNoneComesBackAndSoDoNamesWithDots() {
        List<Case> cases = CaseFile.read("""
                [{"case": "a", "facts": {"order": {"country": "de"}, "customer": {"orders": 1}, "x": {"tier": "gold"}}},
                 {"case": "b", "facts": {"order": {"country": "de"}, "customer": null, "x": null}},
                 {"case": "c", "facts": {"order": {}, "customer": {"orders": 2, "vip": true}, "x": {"age": 3}}},
                 {"case": "d", "facts": {"a.b": {"c/d": 1, "e~f": 2}, "g\\\\h": 3}}]""");
        String csv = CaseSheet.of(SHEET, cases).csv(cases);
        assertThat(csv).startsWith("\uFEFFcase,").contains("facts.x.tier", "facts.x,", "facts.a\\.b.c/d");
        assertThat(read(csv)).isEqualTo(cases);
        List<Case> blank = CaseFile.read("[{\"case\": \"a\", \"facts\": {\"x \": 1}}]");
        assertThatThrownBy(() -> CaseSheet.of(SHEET, blank).csv(blank))
                .isInstanceOf(CasesRefused.class)
                .hasMessageContaining("a sheet cannot carry a name");
    }

    @Test
    void aSheetOfMoreThanFiveHundredColumnsIsRefused() {
        String head = IntStream.range(0, 600).mapToObj(it -> "facts.f" + it).collect(Collectors.joining(","));
        assertThatThrownBy(() -> read("case," + head + "\n")).hasMessageContaining("at most 500 columns");
    }

    @Test
    void anUntouchedSheetOfOneDecisionLeavesTheFileAsItIs() {
        List<Case> all = CaseFile.read("""
                [{"case": "a", "facts": {"customer": {"orders": 1}, "order": {"country": "de"}}},
                 {"case": "t", "decision": "tier", "facts": {"customer": {"orders": 1}}},
                 {"case": "b", "decision": "discount", "facts": {"order": {"country": "fr"}}},
                 {"case": "u", "decision": "tier", "facts": {"customer": {"orders": 2}}}]""");
        List<Case> own = CaseEdits.of(all, SHEET, "discount");
        List<Case> back = read(CaseSheet.of(SHEET, own).csv(own));
        assertThat(CaseFile.text(CaseEdits.replace(all, SHEET, "discount", back)))
                .isEqualTo(CaseFile.text(all));
        assertThat(CaseEdits.replace(all, SHEET, "discount", List.of(back.getFirst(), back.getLast(), all.getLast())))
                .extracting(Case::name)
                .containsExactly("a", "t", "b", "u", "u");
        assertThat(CaseEdits.replace(all, SHEET, "discount", List.of()))
                .extracting(Case::name)
                .containsExactly("t", "u");
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        List<Case> cases = read("\uFEFFcase;order.country;customer.orders;rule;percent;reason\n"
                + "\"Gold; anywhere\";\"\"\"AT\"\"\";12;1;10;loyal\n\n"
                + "Nobody;\"\"\"FR\"\"\";0;-;;\n");
        assertThat(cases).hasSize(2);
        assertThat(cases.getFirst().name()).isEqualTo("Gold; anywhere");
        assertThat(cases.getFirst().rules()).containsExactly("gold-rule");
        assertThat(CaseFile.json(Objects.requireNonNull(cases.getFirst().output())))
                .isEqualTo("{\"percent\": 10, \"reason\": \"loyal\"}");
        assertThat(cases.getLast().rules()).isEmpty();
        assertThat(cases.getLast().output()).isNull();
    }

    @Test
    void whatCannotBeReadIsToldByRowAndColumn() {
        assertThatThrownBy(() -> read(HEAD
                        + "a,\"\"\"DE\"\"\",1 +,,10,x\r\n"
                        + "b,DE,1,,ten,x\r\n"
                        + "c,\"\"\"DE\"\"\",1,9,\"\"\"10\"\"\",x\r\n"
                        + "d,\"\"\"DE\"\"\",3,,1,x,y\r\n"
                        + "a,\"\"\"DE\"\"\",4,,1,x\r\n"
                        + "a,\"\"\"DE\"\"\",5,,1,x\r\n"
                        + "e,\"\"\"DE\"\"\",5,,2,x\r\n"))
                .isInstanceOf(CasesRefused.class)
                .hasMessageContaining("row 2, facts.customer.orders: \"1 +\" is not readable FEEL")
                .hasMessageContaining("row 3, facts.order.country: \"DE\" is no value; a text stands in quotes")
                .hasMessageContaining("row 3, output.percent: \"ten\" is no value")
                .hasMessageContaining("row 4, rule: the table has no rule 9, only 2")
                .hasMessageContaining("row 4, output.percent: expected a number")
                .hasMessageContaining("row 5: has 7 cells, the head only 6")
                .hasMessageContaining("row 7, case: \"a\" is the name of row 6, too")
                .hasMessageContaining("row 8: it asks the same as row 7");
    }

    @Test
    void aHeadThatLacksAColumnOrKnowsAnotherIsRefused() {
        assertThatThrownBy(() -> read("name,facts.order.country,percent,percent\na,1,2,3\n"))
                .hasMessageContaining(
                        "row 1, name: is neither case, rule, a fact (facts.NAME) nor an answer (output.NAME) of discount")
                .hasMessageContaining("row 1, percent: the column is there twice")
                .hasMessageContaining("row 1, case: the column is missing")
                .hasMessageContaining("row 1, facts.customer.orders: the column is missing: the decision asks for it");
        assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> read(HEAD + "a,\"open,1,,1,x\n"))
                .hasMessage("row 2: the quote before \"open,1,,1,x\n\" is never closed");
        assertThatThrownBy(() -> read(HEAD + "a,\"x\"y,1,,1,x\n"))
                .hasMessageContaining("row 2: after the closing quote");
        assertThatThrownBy(() ->
                        CaseSheet.read(SHEET, (HEAD + "Größe,1,2,,1,x\n").getBytes(Charset.forName("windows-1252"))))
                .hasMessageContaining("not in UTF-8");
        assertThatThrownBy(() -> read("case,facts.order,facts.order.country,facts.customer.orders\na,1,2,3\n"))
                .hasMessageContaining("row 2, facts.order.country: contradicts another column");
    }

    @Test
    void tenThousandRowsAreRefusedWithTheFirstThatIsTooMany() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(it -> "n" + it + ",\"\"\"DE\"\"\"," + it + ",,1,x")
                .collect(Collectors.joining("\r\n"));
        assertThatThrownBy(() -> read(HEAD + rows))
                .hasMessage("row 1001: a model has at most 1000 cases, but these are 10000");
    }
}
