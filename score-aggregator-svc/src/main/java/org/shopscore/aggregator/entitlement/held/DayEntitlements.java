package org.shopscore.aggregator.entitlement.held;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shopscore.aggregator.change.ChangeEvent;
import org.shopscore.aggregator.change.ChangeEvents;
import org.shopscore.aggregator.entitlement.Judge;
import org.shopscore.aggregator.entitlement.OfficialDays;
import org.shopscore.aggregator.entitlement.Reach;
import org.shopscore.aggregator.entitlement.standing.Standing;
import org.shopscore.aggregator.entitlement.standing.StandingRows;
import org.shopscore.aggregator.entitlement.standing.Standings;

/** Judges what shops hold after a day, in the transaction that writes their scores of it. */
@ApplicationScoped
public class DayEntitlements {

    private final Standings standings;
    private final StandingRows rows;
    private final EntitlementEvents events;
    private final ChangeEvents changes;

    DayEntitlements(Standings standings, StandingRows rows, EntitlementEvents events, ChangeEvents changes) {
        this.standings = standings;
        this.rows = rows;
        this.events = events;
        this.changes = changes;
    }

    /** Stores what each shop holds, and what is to be told of it when the day is published. */
    public Uni<Void> store(SqlClient client, LocalDate statDate, Judge judge, List<ShopDay> shops) {
        var ids = shops.stream().map(ShopDay::shopId).toList();
        return standings.before(client, statDate, ids, judge.reach()).chain(before -> {
            var judged = new ArrayList<StandingRows.Row>(shops.size());
            var told = new ArrayList<ChangeEvent>();
            for (ShopDay shop : shops) {
                Standing was = before.get(shop.shopId());
                Standing is = judged(judge, was, was.days(), shop);
                judged.add(new StandingRows.Row(shop.shopId(), shop.profile(), is));
                told.addAll(events.ofRun(shop.shopId(), judge.policy(), was, is));
            }
            return rows.storeFirst(client, statDate, judged).chain(() -> changes.append(client, told));
        });
    }

    /** What shops would hold after a day, by any judge. */
    public interface Trial {
        Set<String> of(Judge judge, ShopDay shop);
    }

    /** @param reach of all the judges; stores nothing */
    public Uni<Trial> trial(SqlClient client, LocalDate statDate, List<String> shops, Reach reach) {
        return standings.before(client, statDate, shops, reach).map(before -> (judge, shop) -> {
            Standing was = before.get(shop.shopId());
            return judged(judge, was, was.days(), shop).since().keySet();
        });
    }

    static Standing judged(Judge judge, Standing before, OfficialDays days, ShopDay shop) {
        OfficialDays now = days.with(shop.day()).last(judge.reach().depth());
        return Standing.of(judge.outcomes(before.sinceFor(judge.reviews()), now, shop.profile()), judge.reviews(), now);
    }
}
