package io.tillflow.studio.play.page;

/** What of the page depends on the model that is played. */
record Parts(
        PlayBar bar, PlayStage stage, PlayLog log, NowTab now, BeginCard begin, ScenariosTab scenarios, PastTab past) {}
