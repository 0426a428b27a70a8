package io.tillflow.launcher.cli;

import io.tillflow.launcher.dist.Distributions;
import io.tillflow.launcher.settings.Folders;
import io.tillflow.launcher.supervisor.Steps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reset",
        description = "Deletes everything the suite has stored here, after asking.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

    @Mixin
    private CopyOptions options = new CopyOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        Copy copy = Copy.of(options);
        Folders folders = copy.folders();
        if (!Files.exists(folders.data())) {
            System.out.println("There is nothing to delete: " + folders.data() + " does not exist.");
            return 0;
        }
        if (!yes && !confirmed(folders.data())) {
            System.out.println("Nothing was deleted.");
            return 1;
        }
        DownCommand.stop(copy, new Steps(System.out));
        // unpacked programs are no data: the next start would only unpack them again
        for (Path folder : List.of(
                folders.postgres(),
                folders.zeebe(),
                folders.archive(),
                folders.logs(),
                folders.cache(),
                folders.run())) {
            if (folder.startsWith(folders.data())) {
                Distributions.delete(folder);
            } else {
                System.out.println("Left alone, because it lies outside the data folder: " + folder);
            }
        }
        Files.deleteIfExists(folders.secrets());
        System.out.println("Deleted. The next ./tillflow up starts from nothing, with a new password.");
        return 0;
    }

    private static boolean confirmed(Path data) throws IOException {
        System.out.print("This stops the suite and deletes every order, process, model and log in " + data
                + ". Type \"delete\": ");
        System.out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = in.readLine();
        return answer != null && answer.strip().equals("delete");
    }
}
