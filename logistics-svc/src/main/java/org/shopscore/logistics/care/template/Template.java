package org.shopscore.logistics.care.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with placeholders, such as {@code 您的订单{orderId}已发货[，{carrier}运单号{waybill}]。}: what stands in brackets is left
 * out when one of its placeholders is not known of the order.
 */
public record Template(List<Part> parts) {

    /** A piece of a text. */
    sealed interface Part {}

    record Words(String text) implements Part {}

    record Value(Placeholder placeholder) implements Part {}

    record Optionally(List<Part> parts) implements Part {

        Stream<Placeholder> placeholders() {
            return parts.stream()
                    .flatMap(part -> part instanceof Value value ? Stream.of(value.placeholder()) : Stream.empty());
        }
    }

    public Template {
        parts = List.copyOf(parts);
    }

    /** @param values of the placeholders that are known */
    public String render(Map<Placeholder, String> values) {
        return parts.stream().map(part -> text(part, values)).collect(Collectors.joining());
    }

    /** Whether it tells of this, when it is known. */
    public boolean names(Placeholder placeholder) {
        return parts.stream().flatMap(Template::placeholders).anyMatch(placeholder::equals);
    }

    private static Stream<Placeholder> placeholders(Part part) {
        return switch (part) {
            case Words _ -> Stream.empty();
            case Value value -> Stream.of(value.placeholder());
            case Optionally optionally -> optionally.placeholders();
        };
    }

    /** How many characters the text has at most, whatever the values. */
    int longest() {
        return parts.stream().mapToInt(Template::longest).sum();
    }

    private static String text(Part part, Map<Placeholder, String> values) {
        return switch (part) {
            case Words words -> words.text();
            case Value value -> values.get(value.placeholder());
            case Optionally optionally ->
                optionally.placeholders().allMatch(values::containsKey)
                        ? new Template(optionally.parts()).render(values)
                        : "";
        };
    }

    private static int longest(Part part) {
        return switch (part) {
            case Words words -> words.text().length();
            case Value value -> value.placeholder().longest();
            case Optionally optionally -> new Template(optionally.parts()).longest();
        };
    }
}
