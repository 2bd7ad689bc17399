package org.shopscore.aggregator.lookup.compact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.aggregator.lookup.compact.CompactScore.Provisional;
import org.shopscore.aggregator.official.Official;

/**
 * The compact score as JSON, in two parts: what changes with the score, and how fresh it is, which changes for many shops at once.
 * Written by hand, since ids, codes, figures and the reasons to withhold a score hold nothing that has to be escaped.
 */
public final class CompactJson {

    private static final int USUAL_CHARS = 600;

    /** Everything but the freshness, which has to follow. */
    public static byte[] score(CompactScore score) {
        var text = new StringBuilder(USUAL_CHARS)
                .append("{\"shopId\":\"")
                .append(score.shopId())
                .append("\",\"policyVersion\":\"")
                .append(score.policyVersion())
                .append("\",\"official\":");
        score.official().ifPresentOrElse(official -> official(text, official), () -> text.append("null"));
        text.append(",\"provisional\":");
        score.provisional().ifPresentOrElse(live -> provisional(text, live), () -> text.append("null"));
        text.append(",\"asOf\":");
        return quoted(text, score.asOf()).append(",\"freshness\":").toString().getBytes(US_ASCII);
    }

    /** What has to follow, with the end of the object. */
    public static byte[] freshness(CompactFreshness freshness) {
        var text = new StringBuilder("{\"source\":\"")
                .append(freshness.source().name().toLowerCase(Locale.ROOT))
                .append("\",\"completeUntil\":");
        return quoted(text, freshness.completeUntil())
                .append(",\"incomplete\":")
                .append(freshness.isIncomplete())
                .append("}}")
                .toString()
                .getBytes(US_ASCII);
    }

    /** A shop of a batch that there is no score of. */
    public static byte[] error(String shopId, String code) {
        return ("{\"shopId\":\"" + shopId + "\",\"error\":\"" + code + "\"}").getBytes(US_ASCII);
    }

    private static void official(StringBuilder text, Official official) {
        text.append("{\"statDate\":\"")
                .append(official.statDate())
                .append("\",\"revision\":")
                .append(official.revision())
                .append(",\"policyVersion\":\"")
                .append(official.policyVersion())
                .append("\",\"stage\":\"")
                .append(official.stage())
                .append("\",\"published\":");
        quoted(text, official.published()).append(",\"level\":");
        quoted(text, official.level()).append(",\"trafficWeight\":");
        quoted(text, official.trafficWeight()).append(",\"entitlements\":[");
        text.append(official.entitlements().stream()
                        .map(code -> '"' + code + '"')
                        .sorted()
                        .collect(Collectors.joining(",")))
                .append(']');
        official.previous()
                .ifPresent(before -> text.append(",\"previous\":{\"statDate\":\"")
                        .append(before.statDate())
                        .append("\",\"published\":\"")
                        .append(before.published())
                        .append("\",\"reason\":\"")
                        .append(before.reason())
                        .append("\"}"));
        text.append('}');
    }

    private static void provisional(StringBuilder text, Provisional live) {
        text.append("{\"stage\":\"").append(live.stage()).append("\",\"published\":");
        quoted(text, live.published()).append(",\"level\":");
        quoted(text, live.level()).append(",\"to\":\"").append(live.to()).append("\",\"version\":");
        quoted(text, live.version()).append('}');
    }

    private static StringBuilder quoted(StringBuilder text, Optional<?> value) {
        return quoted(text, value.map(Object::toString).orElse(null));
    }

    private static StringBuilder quoted(StringBuilder text, String value) {
        return value == null
                ? text.append("null")
                : text.append('"').append(value).append('"');
    }

    private CompactJson() {}
}
