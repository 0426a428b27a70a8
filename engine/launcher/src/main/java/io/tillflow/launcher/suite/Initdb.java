package io.tillflow.launcher.suite;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.dist.Distributions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Lays out a new database folder; it gets its name only when complete. */
record Initdb(Path programs, Path folder) {

    void run(String password) throws IOException {
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        Distributions.delete(draft);
        Files.createDirectories(draft);
        Path passwordFile = Files.createTempFile(folder.getParent(), "initdb", "");
        try {
            Files.writeString(passwordFile, password);
            execute(draft, passwordFile);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void execute(Path draft, Path passwordFile) throws IOException {
        List<String> command = new ArrayList<>(Unprivileged.prefix(draft));
        if (!command.isEmpty()) {
            Unprivileged.give(passwordFile, draft);
        }
        command.addAll(List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + draft,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Trouble("initdb could not lay out the database in " + draft + " (" + lastLine(output)
                        + "): check free space and permissions of that folder.");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while laying out the database", e);
        }
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> line.contains("error") || line.contains("FATAL"))
                .findFirst()
                .orElse(output.lines().reduce((first, last) -> last).orElse("no output"));
    }
}
