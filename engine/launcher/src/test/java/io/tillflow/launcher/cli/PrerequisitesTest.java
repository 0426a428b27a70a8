package io.tillflow.launcher.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrerequisitesTest {

    @TempDir
    private Path home;

    @Test
    void refusesADiskWithTooLittleRoomAndSaysWhatToDo() {
        assertThatThrownBy(() -> wanting("900000g").check())
                .isInstanceOf(Trouble.class)
                .hasMessageMatching(
                        "(?s)The disk of .* has only \\d+ MB free and Tillflow wants 900000g: free some space, .*");
    }

    @Test
    void isContentWithEnough() {
        assertThatCode(() -> wanting("1m").check()).doesNotThrowAnyException();
    }

    private Prerequisites wanting(String minimum) {
        Settings settings = Settings.load(home, Map.of(), Map.of(Setting.DISK_MINIMUM, minimum));
        settings.folders().create();
        return new Prerequisites(settings);
    }
}
