package io.tillflow.studio.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    private static final String BPMN = "xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"";

    @Test
    void letsAModelPassAndReadsItsText() throws IOException {
        assertThat(Guard.look(new ModelFile("greet.bpmn", greet())))
                .isInstanceOfSatisfying(
                        Guard.Verdict.Passed.class,
                        passed -> assertThat(passed.text()).contains("Say hello"));
    }

    @Test
    void readsTheEncodingThatTheFileDeclares() {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><definitions " + BPMN + " name=\"Größe\"/>";
        assertThat(Guard.look(new ModelFile("a.bpmn", xml.getBytes(StandardCharsets.UTF_16))))
                .isInstanceOfSatisfying(
                        Guard.Verdict.Passed.class,
                        passed -> assertThat(passed.text()).contains("Größe"));
    }

    @Test
    void refusesAFileOfTenMegabytesWithItsSize() {
        Finding refused = refused(new ModelFile("big.bpmn", new byte[10 * 1024 * 1024]));
        assertThat(refused.rule()).isEqualTo("too-large");
        assertThat(refused.message()).contains("10.0 MB");
    }

    @Test
    void refusesThreeThousandNestedElementsAndNamesTheLastThatWasFine() {
        StringBuilder xml = new StringBuilder("<definitions " + BPMN + "><process id=\"p\">");
        for (int i = 0; i < 3000; i++) {
            xml.append("<subProcess id=\"s").append(i).append("\">");
        }
        xml.append("</subProcess>".repeat(3000)).append("</process></definitions>");
        Finding refused = refused(ModelFile.of("deep.bpmn", xml.toString()));
        assertThat(refused.rule()).isEqualTo("too-deep");
        assertThat(refused.elementId()).isEqualTo("s88");
    }

    @Test
    void refusesEntitiesThatExpand() {
        String bomb = """
                <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><definitions %s><process id="&c;"/></definitions>""".formatted(BPMN);
        assertThat(refused(ModelFile.of("bomb.bpmn", bomb)).rule()).isEqualTo("document-type");
    }

    @Test
    void neverReadsAFileThatAnEntityNames(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top-secret");
        String attack =
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"%s\">]><definitions %s><process id=\"p\" name=\"a\">&x;</process></definitions>"
                        .formatted(secret.toUri(), BPMN);
        Finding refused = refused(ModelFile.of("xxe.bpmn", attack));
        assertThat(refused.rule()).isEqualTo("document-type");
        assertThat(refused.message()).doesNotContain("top-secret");
    }

    @Test
    void saysWhereAFileIsNotWellFormed() {
        Finding refused =
                refused(ModelFile.of("broken.bpmn", "<definitions " + BPMN + ">\n<process id=\"p\">\n</definitions>"));
        assertThat(refused.rule()).isEqualTo("readable");
        assertThat(refused.message()).contains("line 3");
    }

    @Test
    void refusesWhatIsNotAModelAtAll() {
        assertThat(refused(ModelFile.of("a.bpmn", "<html/>")).rule()).isEqualTo("kind");
        assertThat(refused(ModelFile.of("a.dmn", "<definitions " + BPMN + "/>")).rule())
                .isEqualTo("kind");
        assertThat(refused(ModelFile.of("a.txt", "x")).rule()).isEqualTo("kind");
        assertThat(refused(ModelFile.of("a.bpmn", "")).rule()).isEqualTo("readable");
        assertThat(refused(new ModelFile("a.bpmn", new byte[] {0, 1, 2, (byte) 0xff}))
                        .rule())
                .isEqualTo("readable");
    }

    @Test
    void refusesAnAttributeLongEnoughToBreakAnAnswer() {
        String xml = "<definitions " + BPMN + "><process id=\"p\" name=\"" + "x".repeat(70_000) + "\"/></definitions>";
        Finding refused = refused(ModelFile.of("long.bpmn", xml));
        assertThat(refused.rule()).isEqualTo("too-long");
        assertThat(refused.message()).hasSizeLessThan(200);
        String data = xml.replace(" name=\"", "><property value=\"").replace("\"/><", "\"/></process><");
        assertThat(Guard.look(ModelFile.of("data.bpmn", data))).isInstanceOf(Guard.Verdict.Passed.class);
    }

    @Test
    void refusesFormsThatAreNone() {
        assertThat(refused(ModelFile.of("a.form", "{")).rule()).isEqualTo("readable");
        assertThat(refused(ModelFile.of("a.form", "[]")).rule()).isEqualTo("form");
        assertThat(refused(ModelFile.of("a.form", "{\"components\":[]}")).message())
                .contains("no id");
        assertThat(refused(ModelFile.of("a.form", "[".repeat(3000))).rule()).isEqualTo("readable");
        assertThat(Guard.look(ModelFile.of("a.form", "{\"id\":\"f\",\"components\":[]}")))
                .isInstanceOf(Guard.Verdict.Passed.class);
    }

    private static Finding refused(ModelFile file) {
        return switch (Guard.look(file)) {
            case Guard.Verdict.Refused(Finding finding) -> finding;
            case Guard.Verdict.Passed passed -> throw new AssertionError("expected " + file.name() + " to be refused");
        };
    }

    static byte[] greet() throws IOException {
        try (InputStream file = Objects.requireNonNull(GuardTest.class.getResourceAsStream("/drawn/greet.bpmn"))) {
            return file.readAllBytes();
        }
    }
}
