package io.tillflow.connectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What letters and schedules begin, through app and broker, and the documents that are read and written there. */
class TriggerJourneyIT {
    private static FakeShop shop;
    private static RunningApp app;

    @BeforeAll
    static void startTheApp() throws Exception {
        shop = new FakeShop();
        app = RunningApp.start(shop);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
    }

    @Test
    void theShippedExportBringsFiguresAmongTheDocuments() throws Exception {
        ExportJourney.bringsFiguresAmongTheDocuments(app);
    }

    @Test
    void aLetterBeginsAProcessThatReadsItsAttachment() throws Exception {
        LetterJourney.beginsAProcessThatReadsItsAttachment(app);
    }
}
