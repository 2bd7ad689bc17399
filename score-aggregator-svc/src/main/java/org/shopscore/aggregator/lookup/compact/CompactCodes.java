package org.shopscore.aggregator.lookup.compact;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.policy.Level;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.entitlement.Entitlement;

/** The levels and entitlements of the binary form, each by its place, as every answer brings them. */
final class CompactCodes {

    static final int NO_CODE = 0xFF;

    private final CodeBook levels;
    private final CodeBook entitlements;
    private final Map<Integer, byte[]> lists = new ConcurrentHashMap<>();
    private volatile Sent sent = new Sent(-1, new byte[0]);

    /** How they read when there were so many. */
    private static final class Sent {

        private final int size;
        private final byte[] text;

        Sent(int size, byte[] text) {
            this.size = size;
            this.text = text;
        }
    }

    /** @param policy whose codes get the first places; those of other policies follow as they are met */
    CompactCodes(Policy policy) {
        levels = new CodeBook(policy.levels().stream().map(Level::code).toList(), NO_CODE);
        entitlements = new CodeBook(
                policy.entitlements().stream()
                        .filter(entitlement -> !entitlement.decidedByPerson())
                        .map(Entitlement::code)
                        .toList(),
                Integer.SIZE);
    }

    /** Whether each code of the score has its place. */
    boolean hold(CompactScore score) {
        Stream<Integer> ofLevels = Stream.of(
                        score.official().map(Official::level),
                        score.provisional().map(CompactScore.Provisional::level))
                .flatMap(Optional::stream)
                .map(levels::number);
        Stream<Integer> ofEntitlements = score.official().stream()
                .flatMap(official -> official.entitlements().stream())
                .map(entitlements::number);
        return Stream.concat(ofLevels, ofEntitlements).allMatch(place -> place >= 0);
    }

    byte level(Optional<String> code) {
        return (byte) code.map(levels::number).orElse(NO_CODE).intValue();
    }

    String level(int place) {
        return levels.code(place);
    }

    /** A bit for each. */
    int held(List<String> codes) {
        int held = 0;
        for (String code : codes) {
            int place = entitlements.number(code);
            held |= place < 0 ? 0 : 1 << place;
        }
        return held;
    }

    /** Those of the bits as the JSON form lists them: by their letters, since their places are each process's own. */
    byte[] listed(int held) {
        byte[] known = lists.get(held);
        return known != null ? known : lists.computeIfAbsent(held, this::list);
    }

    private byte[] list(int held) {
        var codes = new ArrayList<String>();
        for (int left = held; left != 0; left &= left - 1) {
            codes.add('"' + entitlements.code(Integer.numberOfTrailingZeros(left)) + '"');
        }
        Collections.sort(codes);
        return Ascii.of(String.join(",", codes));
    }

    /** Written again after a book has grown; who reads the old ones meanwhile has no item with a new place. */
    byte[] sent() {
        Sent known = sent;
        int size = levels.size() + entitlements.size();
        if (known.size != size) {
            var out = Buffer.buffer();
            levels.write(out);
            entitlements.write(out);
            known = new Sent(size, out.getBytes());
            sent = known;
        }
        return known.text;
    }
}
