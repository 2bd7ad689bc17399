package org.shopscore.aggregator.official;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shopscore.aggregator.benchmark.Placing;
import org.shopscore.aggregator.change.score.RevisedScores;
import org.shopscore.aggregator.entitlement.ScoredDay;
import org.shopscore.aggregator.official.input.Input;
import org.shopscore.aggregator.official.sheet.DayScorer;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ScoreSheet.Result;

/** Writes official scores. A score that is there is never written over. */
@ApplicationScoped
public class ScoreRows {

    private static final String STORE = """
            insert into score_day (stat_date, shop_id, revision, partition, stage, no_score, published, total, base, level,
                traffic_weight, deductions, dimensions, cause, padding, severe, points, samples)
            select $1, * from unnest($2::text[], $3::integer[], $4::smallint[], $5::text[], $6::text[], $7::numeric[],
                $8::numeric[], $9::numeric[], $10::text[], $11::numeric[], $12::numeric[], $13::text[], $14::text[],
                $15::numeric[], $16::boolean[], $17::text[], $18::text[])
            """;

    /**
     * @param sheet what it was made of
     * @param day   what entitlements look at
     * @param cause why it was revised, JSON; empty for the first
     */
    public record Row(Input input, ScoreSheet sheet, Scored score, ScoredDay day, Optional<String> cause) {

        public static Row of(DayScorer scorer, Input input, boolean isWithheld, Optional<String> cause) {
            var sheet = scorer.score(input);
            var score = isWithheld ? Scored.withheld(sheet) : Scored.of(sheet);
            var day = ScoredDay.of(
                    scorer.statDate(),
                    scorer.judge(),
                    score.stage(),
                    score.result().map(Result::published),
                    sheet,
                    input.sums());
            return new Row(input, sheet, score, day, cause);
        }

        public Optional<String> category() {
            return input.profile().category();
        }

        /** What it adds to the benchmarks of the shop's category. */
        public List<Placing> placings(Policy policy) {
            return Placing.of(policy, sheet, input.sums(), score.stage().equals(Scored.WITHHELD));
        }
    }

    private final ObjectMapper json;
    private final RevisedScores revised;

    ScoreRows(ObjectMapper json, RevisedScores revised) {
        this.json = json;
        this.revised = revised;
    }

    public Uni<Void> store(SqlClient client, LocalDate statDate, List<Row> rows) {
        return client.preparedQuery(STORE)
                .execute(Tuple.tuple()
                        .addValue(statDate)
                        .addValue(column(rows, row -> row.input().shopId(), new String[0]))
                        .addValue(column(rows, row -> row.input().revision(), new Integer[0]))
                        .addValue(column(rows, row -> (short) row.input().partition(), new Short[0]))
                        .addValue(column(rows, row -> row.score().stage(), new String[0]))
                        .addValue(column(rows, row -> row.score().noScore().orElse(null), new String[0]))
                        .addValue(result(rows, Result::published))
                        .addValue(result(rows, Result::total))
                        .addValue(column(rows, row -> row.score().base(), new BigDecimal[0]))
                        .addValue(column(
                                rows,
                                row -> row.score()
                                        .result()
                                        .map(result -> result.level().code())
                                        .orElse(null),
                                new String[0]))
                        .addValue(result(rows, result -> result.level().trafficWeight()))
                        .addValue(column(rows, row -> row.score().deductions(), new BigDecimal[0]))
                        .addValue(column(rows, row -> text(row.score().dimensions()), new String[0]))
                        .addValue(column(rows, row -> row.cause().orElse(null), new String[0]))
                        .addValue(column(rows, row -> row.day().padding(), new BigDecimal[0]))
                        .addValue(column(rows, row -> row.day().isSevere(), new Boolean[0]))
                        .addValue(column(rows, row -> text(figures(row.day().points())), new String[0]))
                        .addValue(column(
                                rows, row -> SampleSizes.stored(row.sheet().metrics()), new String[0])))
                .chain(() -> revised.note(
                        client,
                        statDate,
                        rows.stream()
                                .filter(row -> row.input().revision() > 0)
                                .collect(Collectors.toMap(
                                        row -> row.input().shopId(),
                                        row -> row.input().revision()))));
    }

    private static BigDecimal[] result(List<Row> rows, Function<Result, BigDecimal> of) {
        return column(rows, row -> row.score().result().map(of).orElse(null), new BigDecimal[0]);
    }

    private static <T> T[] column(List<Row> rows, Function<Row, T> of, T[] type) {
        var values = java.util.Arrays.copyOf(type, rows.size());
        for (int at = 0; at < values.length; at++) {
            values[at] = of.apply(rows.get(at));
        }
        return values;
    }

    private static Map<String, String> figures(Map<String, BigDecimal> points) {
        var figures = new TreeMap<String, String>();
        points.forEach((subject, figure) -> figures.put(subject, figure.toPlainString()));
        return figures;
    }

    public String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
