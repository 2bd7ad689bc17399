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
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.Story;

/** Keeps the shift of each data set and selection beside the suite's data, so that running again changes nothing. */
final class ShiftFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    ShiftFile(Path folder) {
        this.folder = folder;
    }

    /** The shift these facts were moved by before, else the one for now, which is kept. */
    Shift shiftFor(String set, Collection<Story> stories, Instant now) throws IOException {
        var file = folder.resolve("replay-" + set + "-" + fingerprint(stories) + ".json");
        if (Files.exists(file)) {
            return new Shift(JSON.readTree(file.toFile()).path("weeks").asInt());
        }
        var shift = Shift.of(stories, now);
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

    /** The selection is known by its facts, wherever the files lie and however they are packed. */
    private static String fingerprint(Collection<Story> stories) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            stories.stream()
                    .flatMap(story -> story.facts().stream())
                    .map(Fact::toString)
                    .map(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
