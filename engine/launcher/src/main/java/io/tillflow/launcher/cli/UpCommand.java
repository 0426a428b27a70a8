package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.settings.Folders;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Setting;
import io.tillflow.launcher.settings.Settings;
import io.tillflow.launcher.suite.Suite;
import io.tillflow.launcher.supervisor.FolderLock;
import io.tillflow.launcher.supervisor.RunFile;
import io.tillflow.launcher.supervisor.RunState;
import io.tillflow.launcher.supervisor.Steps;
import io.tillflow.launcher.supervisor.Supervisor;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts the suite and watches it; Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private CopyOptions copy = new CopyOptions();

    @Option(
            names = {"-d", "--detach"},
            description = "Return when the suite is ready; it goes on in the background.")
    private boolean detach;

    @Option(names = "--supervise", hidden = true, description = "The background half of --detach.")
    private boolean supervise;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "The first of ten ports (default 8080), for a second copy with another data folder.")
    private @Nullable Integer portBase;

    @Override
    public Integer call() throws Exception {
        Settings settings = copy.settings(portBase == null ? Map.of() : Map.of(Setting.PORT_BASE, portBase.toString()));
        Folders folders = settings.folders();
        folders.create();
        new Prerequisites(settings).check();
        Optional<FolderLock> lock = FolderLock.take(folders);
        if (lock.isEmpty()) {
            return alreadyRunning(settings);
        }
        boolean first = !Files.exists(folders.secrets());
        if (detach) {
            lock.get().close();
            new Background(settings).start();
            Summary.print(settings, Secrets.loadOrGenerate(folders.secrets()), first);
            return 0;
        }
        try (FolderLock held = lock.get()) {
            return foreground(settings, first);
        }
    }

    private static int alreadyRunning(Settings settings) {
        RunState state = new RunFile(settings.folders()).read(settings.ports().base());
        System.out.println("Tillflow already runs on " + settings.folders().data() + ", with the shop on port "
                + state.portBase() + ": see ./tillflow status, or stop it with ./tillflow down.");
        return 0;
    }

    private int foreground(Settings settings, boolean first) throws InterruptedException {
        Secrets secrets = Secrets.loadOrGenerate(settings.folders().secrets());
        Steps steps = new Steps(System.out);
        Supervisor supervisor =
                new Supervisor(settings, Suite.of(settings, secrets).children(), steps);
        AtomicBoolean asked = new AtomicBoolean();
        Thread atExit = new Thread(
                () -> {
                    asked.set(true);
                    supervisor.stop();
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            supervisor.start();
        } catch (Trouble trouble) {
            if (asked.get()) {
                return 1; // Ctrl-C while starting: what failed, failed because we stopped it
            }
            throw trouble;
        }
        if (!supervise) {
            Summary.print(settings, secrets, first);
        }
        supervisor.awaitStop();
        return 0;
    }
}
