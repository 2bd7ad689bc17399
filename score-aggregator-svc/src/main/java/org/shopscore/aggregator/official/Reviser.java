package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.entitlement.held.Corrected;
import org.shopscore.aggregator.score.ShopProfile;
import org.shopscore.aggregator.score.Sums;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.TileBytes;
import org.shopscore.metric.Lane;

/** Writes the next revision of one score: the inputs of the newest one and what became known since, by the policy and averages of the day. */
@ApplicationScoped
class Reviser {

    private static final String STORE = """
            insert into score_input (stat_date, shop_id, revision, partition, sums, category_id, opened_on, kind, flags,
                products_on_sale)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;
    private static final String WAS_WITHHELD =
            "select 1 from score_day where stat_date = $1 and shop_id = $2 and revision = 0 and stage = 'WITHHELD'";

    private final Inputs inputs;
    private final DayScorers scorers;
    private final ScoreRows scores;
    private final MeasureBook book;
    private final Corrected corrected;

    Reviser(Inputs inputs, DayScorers scorers, ScoreRows scores, MeasureBook book, Corrected corrected) {
        this.inputs = inputs;
        this.scorers = scorers;
        this.scores = scores;
        this.book = book;
        this.corrected = corrected;
    }

    Uni<Void> revise(SqlConnection connection, LocalDate statDate, String shopId, List<LateFact> late) {
        var cause = Cause.of(late);
        if (cause.difference().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return inputs.newest(connection, statDate, shopId)
                .map(found -> next(found, shopId, cause))
                .chain(input -> store(connection, statDate, input)
                        .chain(() -> scorers.of(connection, statDate))
                        .chain(scorer -> wasWithheld(connection, statDate, shopId)
                                .chain(isWithheld -> scores.store(
                                        connection,
                                        statDate,
                                        List.of(ScoreRows.Row.of(
                                                scorer, input, isWithheld, Optional.of(scores.text(cause))))))))
                .chain(() -> corrected.note(connection, statDate, shopId));
    }

    /** A shop that nothing was known of at the cut-off begins with a revision of nothing. */
    private static Input next(Optional<Input> before, String shopId, Cause cause) {
        return before.map(input -> new Input(
                        shopId,
                        input.revision() + 1,
                        input.partition(),
                        input.sums().plus(cause.difference(), 1),
                        input.profile()))
                .orElseGet(
                        () -> new Input(shopId, 1, Lane.of(shopId), new Sums(cause.difference()), ShopProfile.UNKNOWN));
    }

    private static Uni<Boolean> wasWithheld(SqlConnection connection, LocalDate statDate, String shopId) {
        return connection
                .preparedQuery(WAS_WITHHELD)
                .execute(Tuple.of(statDate, shopId))
                .map(rows -> rows.size() > 0);
    }

    private Uni<Void> store(SqlConnection connection, LocalDate statDate, Input input) {
        var profile = input.profile();
        Integer onSale = profile.productsOnSale().isPresent()
                ? (Integer) profile.productsOnSale().getAsInt()
                : null;
        return connection
                .preparedQuery(STORE)
                .execute(Tuple.tuple()
                        .addValue(statDate)
                        .addValue(input.shopId())
                        .addValue(input.revision())
                        .addValue((short) input.partition())
                        .addValue(packed(input.sums()))
                        .addValue(profile.category().orElse(null))
                        .addValue(profile.openedOn().orElse(null))
                        .addValue(profile.kind().map(Enum::name).orElse(null))
                        .addValue(profile.flags().stream().sorted().toArray(String[]::new))
                        .addValue(onSale))
                .replaceWithVoid();
    }

    private Buffer packed(Sums sums) {
        var ids = book.ids();
        var amounts = new Amounts();
        sums.amounts()
                .forEach((name, amount) ->
                        amounts.add(ids.named(name).orElseThrow().id(), amount));
        return Buffer.buffer(TileBytes.pack(amounts));
    }
}
