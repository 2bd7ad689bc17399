package org.shopscore.suite.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.shopscore.suite.fact.Story;

/** Keeps the shift of each data set and selection beside the suite's data, so that running again changes nothing. */
public final class ShiftFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    public ShiftFile(Path folder) {
        this.folder = folder;
    }

    /** The shift these facts were moved by before, else the one for now, which is kept. */
    Shift shiftFor(String set, Collection<Story> stories, Instant now) throws IOException {
        var facts = stories.stream().flatMap(story -> story.facts().stream()).toList();
        var last = Shift.last(facts.stream()).orElse(now);
        return shiftFor(set, facts, last, now);
    }

    /**
     * The same for facts of any form.
     *
     * @param facts whose texts tell this selection from every other
     * @param last  when the last of them happened
     */
    public Shift shiftFor(String set, List<?> facts, Instant last, Instant now) throws IOException {
        var file = folder.resolve("replay-" + set + "-" + fingerprint(facts) + ".json");
        if (Files.exists(file)) {
            return new Shift(JSON.readTree(file.toFile()).path("weeks").asInt());
        }
        var shift = Shift.of(last, now);
        write(file, set, shift, now);
        return shift;
    }

    private void write(Path file, String set, Shift shift, Instant now) throws IOException {
        Files.createDirectories(folder);
        var kept = JsonNodeFactory.instance
                .objectNode()
                .put("set", set)
                .put("weeks", shift.weeks())
                .put("since", now.toString());
        var whole = Files.createTempFile(folder, "replay-", ".tmp");
        Files.writeString(whole, JSON.writeValueAsString(kept));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A selection is known by its facts, wherever the files lie and however they are packed. */
    public static String fingerprint(List<?> facts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            facts.stream()
                    .map(Object::toString)
                    .map(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
