package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.process.Poll;
import io.tillflow.launcher.process.ProcessIdentity;
import io.tillflow.launcher.process.Signal;
import io.tillflow.launcher.settings.Folders;
import io.tillflow.launcher.supervisor.Leftovers;
import io.tillflow.launcher.supervisor.RunFile;
import io.tillflow.launcher.supervisor.RunState;
import io.tillflow.launcher.supervisor.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops the suite: apps, broker, database.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration STEP = Duration.ofMillis(50);

    @Mixin
    private CopyOptions options = new CopyOptions();

    @Override
    public Integer call() throws Exception {
        stop(Copy.of(options), new Steps(System.out));
        return 0;
    }

    /** @return whether anything ran */
    static boolean stop(Copy copy, Steps steps) throws java.io.IOException {
        boolean ran = false;
        ProcessIdentity launcher = copy.state().launcher();
        if (launcher != null && launcher.isAlive()) {
            ran = true;
            askLauncher(copy.folders(), launcher);
        }
        RunState state = new RunFile(copy.folders()).read(copy.state().portBase());
        Leftovers left = Leftovers.of(state);
        left.stopAll(steps);
        ran |= !left.alive().isEmpty();
        steps.say(ran ? "Stopped." : "Nothing runs on " + copy.folders().data() + ".");
        return ran;
    }

    private static void askLauncher(Folders folders, ProcessIdentity launcher) throws java.io.IOException {
        Path log = folders.log("launcher");
        Follower follower = new Follower(log, Files.exists(log) ? Files.size(log) : 0, System.out::print);
        Signal.TERM.send(launcher);
        boolean gone = Poll.until(LIMIT, STEP, () -> {
            follower.show();
            return !launcher.isAlive();
        });
        follower.show();
        if (!gone) {
            throw new Trouble("The launcher (process " + launcher.pid() + ") did not stop within " + LIMIT.toSeconds()
                    + " s: kill it, then run ./tillflow down again to stop what it leaves.");
        }
    }
}
