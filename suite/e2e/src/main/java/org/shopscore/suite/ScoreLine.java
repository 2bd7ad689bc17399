package org.shopscore.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.screen.Terminal;
import org.shopscore.suite.simulate.Demo;

/** The live score of a demo shop: one line redrawn on a terminal, else a line for each change. */
final class ScoreLine implements AutoCloseable {

    private final boolean terminal = Terminal.isWatched();
    private final Stopwatch watch = Stopwatch.start();
    private final Wire wire;
    private final PrintWriter out;
    private String shown = "";

    ScoreLine(Endpoints suite, PrintWriter out) {
        this.wire = new Wire(suite);
        this.out = out;
    }

    void show() throws InterruptedException {
        String text = text();
        if (text.equals(shown)) {
            return;
        }
        if (shown.isEmpty()) {
            out.printf("First live score after %s%n", watch);
        }
        shown = text;
        out.print(terminal ? "\r\033[K" + text : text + System.lineSeparator());
        out.flush();
    }

    /** The last text when nothing can be said. */
    private String text() throws InterruptedException {
        try {
            var answer = wire.get(wire.suite().aggregator().http(), "/v1/shops/" + Demo.SHOP + "/score");
            JsonNode score = answer.json().path("provisional");
            if (!answer.isGood() || score.isMissingNode()) {
                return shown;
            }
            return "shop %s  score %s  level %s  %s"
                    .formatted(
                            Demo.SHOP,
                            score.path("published").asText("-"),
                            score.path("level").asText("-"),
                            dimensions(score.path("dimensions")));
        } catch (IOException _) {
            return shown;
        }
    }

    private static String dimensions(JsonNode dimensions) {
        var text = new StringBuilder();
        dimensions
                .properties()
                .forEach(entry -> text.append(entry.getKey())
                        .append(' ')
                        .append(entry.getValue().asText())
                        .append("  "));
        return text.toString().stripTrailing();
    }

    @Override
    public void close() {
        wire.close();
    }
}
