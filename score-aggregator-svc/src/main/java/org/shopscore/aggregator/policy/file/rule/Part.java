package org.shopscore.aggregator.policy.file.rule;

import com.networknt.schema.serialization.node.TokenStreamLocationAware;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** A part of a policy document that knows where it stands. What is absent or of another type reads as empty. */
public record Part(JsonNode node, String pointer) {

    public static Part root(JsonNode node) {
        return new Part(node, "");
    }

    public Part at(String name) {
        return new Part(node.path(name), pointer + "/" + name);
    }

    public List<Part> items() {
        return IntStream.range(0, node.isArray() ? node.size() : 0)
                .mapToObj(i -> new Part(node.path(i), pointer + "/" + i))
                .toList();
    }

    public List<Part> members() {
        return node.isObject() ? node.propertyNames().stream().map(this::at).toList() : List.of();
    }

    /** Every part below this one that has the name. */
    public Stream<Part> everywhere(String name) {
        Stream<Part> own = node.has(name) ? Stream.of(at(name)) : Stream.of();
        return Stream.concat(
                own, Stream.of(items(), members()).flatMap(List::stream).flatMap(part -> part.everywhere(name)));
    }

    public String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    public Optional<String> text() {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    public Optional<BigDecimal> decimal() {
        try {
            return text().map(BigDecimal::new);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    public Fault fault(String rule) {
        if (node instanceof TokenStreamLocationAware here) {
            TokenStreamLocation at = here.tokenStreamLocation();
            return new Fault(at.getLineNr(), at.getColumnNr(), pointer, rule);
        }
        throw new IllegalStateException("a fault must have a place in the document, " + pointer + " has none");
    }
}
