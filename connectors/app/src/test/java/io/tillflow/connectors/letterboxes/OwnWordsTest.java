package io.tillflow.connectors.letterboxes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnWordsTest {
    @Test
    void cutsWhatIsQuotedAndAllAfterItsIntroduction() {
        assertThat(OwnWords.of("Where is it?\n\nOn Mon, 2 Mar 2026 at 10:00, Ullmere <hello@x> wrote:\n> Thanks\nold"))
                .isEqualTo("Where is it?");
        assertThat(OwnWords.of("Wo ist sie?\n\nAm Mo., 2. März 2026 um 10:00 Uhr schrieb Ullmere <\nhello@x>:\n\nalt"))
                .isEqualTo("Wo ist sie?");
        assertThat(OwnWords.of("Hello\n> of yours\nthere\n-----Ursprüngliche Nachricht-----\nVon: x"))
                .isEqualTo("Hello\nthere");
    }

    @Test
    void keepsWhatIsSaidBelowTheQuotation() {
        assertThat(OwnWords.of("On Monday, Ullmere wrote:\n> It left.\n\nIt is not here."))
                .isEqualTo("It is not here.");
    }

    @Test
    void keepsWordsThatOnlyBeginAlike() {
        String text = "On Monday I ordered a lamp.\n\nAm I right that you wrote to me? My wishes:\na lamp";
        assertThat(OwnWords.of(text)).isEqualTo(text);
    }

    @Test
    void endsWithWhateverIsSent() {
        String odd = ("On " + "wrote ".repeat(60) + "\n").repeat(50);
        assertThat(OwnWords.of(odd)).isNotEmpty();
        assertThat(OwnWords.of("> only quoted")).isEmpty();
    }
}
