package org.shopscore.logistics.webhook.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the tests expect, written down apart from the data files: small tables of words. */
final class Expectations {

    static List<String> lines(String name) {
        try (var file = Expectations.class.getResourceAsStream("/webhook/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Expectations() {}
}
