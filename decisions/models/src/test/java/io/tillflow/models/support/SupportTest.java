package io.tillflow.models.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.Fit;
import io.tillflow.models.ModelFile;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real local language model on a handful of sentences. */
class SupportTest {
    @TempDir
    private Path folder;

    @Test
    void understandsOtherWordsFromTwoExamplesEachAndKnowsWhatIsNotItsBusiness() throws IOException {
        Path learned = Files.writeString(folder.resolve("learn.csv"), """
                text,intent
                Where is my parcel?,track_order
                "When will my order, the lamp, arrive?",track_order
                I want my money back,get_refund
                Please return the amount to my card,get_refund
                Call off my order,cancel_order
                I do not want the order any more,cancel_order
                """);
        Support support = new Support();
        Fit<IntentModel> fit = support.fit(new Source(learned), Terms.USUAL);
        assertThat(fit).isInstanceOf(Fit.Fitted.class);
        ModelFile kept = ModelFile.read("m", support.write(((Fit.Fitted<IntentModel>) fit).model()));
        Path asked = Files.writeString(folder.resolve("asked.csv"), """
                text
                has my package been shipped yet
                how do I get reimbursed
                stop the purchase I just made
                who won the football match in Brazil
                ""
                """);
        Scores scores = support.predict(kept, new Source(asked), Terms.USUAL);

        assertThat(scores.column("intent")).startsWith("track_order", "get_refund", "cancel_order");
        double known = (double) scores.column("scope_score").get(0);
        double unknown = (double) scores.column("scope_score").get(3);
        assertThat(unknown).isLessThan(known);
        assertThat(scores.rows().get(4)).contains(5, "", 0.0, false, "the text is empty");
    }

    @Test
    void oneIntentIsNothingToTellApart() throws IOException {
        Path learned = Files.writeString(folder.resolve("one.csv"), "text,intent\nhello,greet\nwhatever,oos\n");

        assertThat(new Support().fit(new Source(learned), Terms.USUAL))
                .isEqualTo(new Fit.TooLittle<>("there are 1 intents; 2 are needed"));
    }
}
