package org.shopscore.aggregator.lookup.batch;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.shopscore.aggregator.lookup.compact.CompactBinary;

/** The form of an answer that {@code Accept} asks for (RFC 9110, 12.5.1). Pure. */
final class AcceptedForm {

    /** What cannot be read, or is empty, asks for nothing. */
    static boolean isBinary(HttpHeaders head) {
        try {
            return isBinary(head.getAcceptableMediaTypes());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whether in bytes: their type is named, with no smaller weight than JSON has. Who takes anything gets JSON. */
    private static boolean isBinary(List<MediaType> ranges) {
        double bytes = weight(ranges, CompactBinary.TYPE).orElse(0);
        double json = Stream.of(MediaType.APPLICATION_JSON, "application/*", MediaType.WILDCARD)
                .flatMapToDouble(range -> weight(ranges, range).stream())
                .findFirst()
                .orElse(0);
        return bytes > 0 && bytes >= json;
    }

    private static OptionalDouble weight(List<MediaType> ranges, String named) {
        return ranges.stream()
                .filter(range -> named.equalsIgnoreCase(range.getType() + "/" + range.getSubtype()))
                .mapToDouble(AcceptedForm::q)
                .max();
    }

    private static double q(MediaType range) {
        try {
            return Double.parseDouble(range.getParameters().getOrDefault("q", "1"));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private AcceptedForm() {}
}
