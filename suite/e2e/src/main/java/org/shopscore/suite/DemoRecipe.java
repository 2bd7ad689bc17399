package org.shopscore.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.platform.Jvm;
import org.shopscore.platform.LocalProcess;
import org.shopscore.platform.Recipe;

/** {@link DemoCommand} as a process beside the suite. */
record DemoRecipe(Path home) implements Recipe {

    static LocalProcess in(Path data) {
        return new LocalProcess(new DemoRecipe(data.resolve("demo")));
    }

    @Override
    public String name() {
        return "demo";
    }

    private Path temporary() {
        return home.resolve("tmp");
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(temporary());
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(Jvm.quick(64, temporary()));
        command.addAll(List.of("-cp", Jvm.classPath(), Main.class.getName(), "demo"));
        return command;
    }

    /** Nothing waits for it. */
    @Override
    public boolean ready(long pid) {
        return true;
    }
}
