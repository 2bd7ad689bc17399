package org.shopscore.suite.command;

import java.io.IOException;
import java.io.PrintWriter;
import org.shopscore.suite.Endpoints;
import org.shopscore.suite.fact.Presence;
import org.shopscore.suite.fact.Wire;

/** Runs what needs a suite that is up. */
public final class WithSuite {

    /** Work that needs the suite; its result is the exit code. */
    public interface Work {
        int with(Wire wire) throws IOException, InterruptedException;
    }

    /** One clear line instead of a stack trace when the suite or the data is not as it should be. */
    public static int run(PrintWriter err, Work work) throws InterruptedException {
        try (var wire = new Wire(Endpoints.of(System.getenv()))) {
            var missing = new Presence(wire).whatIsMissing();
            if (missing.isPresent()) {
                err.println(missing.get());
                return 1;
            }
            return work.with(wire);
        } catch (BadData e) {
            err.println(e.getMessage());
            return 1;
        } catch (java.nio.file.NoSuchFileException e) {
            err.println("There is no file " + e.getFile());
            return 1;
        } catch (IOException e) {
            err.println("Broken off: " + e);
            return 1;
        }
    }

    private WithSuite() {}
}
