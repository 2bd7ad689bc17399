package org.shopscore.aggregator.official;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An official score as it is shown. Figures are decimal strings.
 *
 * @param revision    0 for the one published, 1 and more for corrected ones beside it
 * @param stage       NONE, GROWTH, FORMAL or WITHHELD
 * @param noScore     why there is none: in stage NONE, and MANIPULATION_VERDICT in stage WITHHELD; absent where it is withheld because a feed is late
 * @param published   null, like total, level and trafficWeight, in the stages NONE and WITHHELD
 * @param samples     how many facts each metric was counted from, by its id; absent on days that were scored before it was kept
 * @param entitlements codes of what the shop holds by this day, as is known now, or was at the instant asked for; the same on each revision of
 *     a day, since what is held is judged again from a corrected day on, and not kept by revision
 * @param publishedAt when the day was published
 * @param knownAt     when this revision became known
 * @param cause       why it was revised: the late facts and what they add, by measure
 * @param previous    in stage WITHHELD the newest score before
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Official(
        LocalDate statDate,
        int revision,
        String policyVersion,

        @Schema(enumeration = {"NONE", "GROWTH", "FORMAL", "WITHHELD"})
        String stage,

        Optional<String> noScore,

        @Schema(required = true, nullable = true) @JsonInclude
        String published,

        @Schema(required = true, nullable = true) @JsonInclude
        String total,

        String base,

        @Schema(required = true, nullable = true) @JsonInclude
        String level,

        @Schema(required = true, nullable = true) @JsonInclude
        String trafficWeight,

        String deductions,

        @Schema(type = SchemaType.OBJECT, additionalProperties = String.class) @JsonRawValue
        String dimensions,

        @Schema(type = SchemaType.OBJECT, additionalProperties = Long.class)
        Optional<SampleSizes> samples,

        List<String> entitlements,
        Instant publishedAt,
        Instant knownAt,

        @Schema(type = SchemaType.OBJECT, implementation = Cause.class, nullable = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonRawValue
        String cause,

        Optional<Previous> previous) {

    /** A score of an earlier day, and why there is no newer one. */
    public record Previous(LocalDate statDate, String published, String reason) {}

    public static final String COLUMNS = """
            s.shop_id, s.stat_date, s.revision, d.policy, s.stage, s.no_score, s.published, s.total, s.base, s.level,
            s.traffic_weight, s.deductions, s.dimensions, s.samples, d.metrics, holds.held, holds.reviews, d.published_at, s.known_at, s.cause,
            before.stat_date as before_day, before.published as before_published
            """;

    /** Published scores alone, a withheld one with the newest score before it, with what they entitle to as it is known now. */
    public static final String FROM = from("true", "true");

    /** With what they entitle to, and the score before, as they were known before $2. */
    public static final String FROM_AS_KNOWN = from("e.known_at < $2", "p.known_at < $2 and q.published_at < $2");

    private static String from(String holds, String before) {
        return " from score_day s " + joined(holds, before);
    }

    /** From the scores {@code s}, whatever they are taken from, which a join clause follows. */
    public static String joined() {
        return joined("true", "true");
    }

    private static String joined(String holds, String before) {
        return """
                 join official_day d on d.stat_date = s.stat_date and d.published_at is not null
                 left join lateral (
                   select * from (
                     select distinct on (p.stat_date) p.stat_date, p.published
                       from score_day p join official_day q on q.stat_date = p.stat_date and q.published_at is not null
                      where s.stage = 'WITHHELD' and p.shop_id = s.shop_id and p.stat_date < s.stat_date and %s
                      order by p.stat_date desc, p.revision desc) newest
                    where newest.published is not null
                    order by newest.stat_date desc limit 1) before on true
                 left join lateral (
                   select e.held, e.reviews from entitlement_day e
                    where e.shop_id = s.shop_id and e.stat_date = s.stat_date and %s
                    order by e.evaluation desc limit 1) holds on true
                """.formatted(before, holds);
    }

    /** Of a row of {@link #COLUMNS}. */
    public static Official of(Row row) {
        return new Official(
                row.getLocalDate("stat_date"),
                row.getInteger("revision"),
                row.getString("policy"),
                row.getString("stage"),
                Optional.ofNullable(row.getString("no_score")),
                text(row.getBigDecimal("published")),
                text(row.getBigDecimal("total")),
                text(row.getBigDecimal("base")),
                row.getString("level"),
                text(row.getBigDecimal("traffic_weight")),
                text(row.getBigDecimal("deductions")),
                row.getString("dimensions"),
                SampleSizes.of(row),
                entitlements(row),
                row.getOffsetDateTime("published_at").toInstant(),
                row.getOffsetDateTime("known_at").toInstant(),
                row.getString("cause"),
                Optional.ofNullable(row.getLocalDate("before_day"))
                        .map(day ->
                                new Previous(day, text(row.getBigDecimal("before_published")), Withheld.because(row))));
    }

    private static List<String> entitlements(Row row) {
        String[] held = row.getArrayOfStrings("held");
        if (held == null) {
            return List.of();
        }
        List<String> reviews = List.of(row.getArrayOfStrings("reviews"));
        return Stream.of(held).filter(code -> !reviews.contains(code)).toList();
    }

    private static String text(BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
