package org.shopscore.aggregator.official.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.category.AverageRows;
import org.shopscore.aggregator.official.history.History;
import org.shopscore.aggregator.official.input.Inputs;
import org.shopscore.aggregator.official.sheet.DayScorers;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.tile.Shops;

/** A replay by a process that has run no day and read none yet. */
@ApplicationScoped
public class ReplayElsewhere {

    private final Pool pool;
    private final Inputs inputs;
    private final AverageRows averages;
    private final History history;
    private final ObjectMapper json;

    ReplayElsewhere(Pool pool, Inputs inputs, AverageRows averages, History history, ObjectMapper json) {
        this.pool = pool;
        this.inputs = inputs;
        this.averages = averages;
        this.history = history;
        this.json = json;
    }

    /** Figures of the newest revision that are not as they are computed. */
    public List<String> differences(String shop, LocalDate statDate) {
        return new Replay(pool, inputs, new DayScorers(averages, new StoredPolicies()), history, json)
                .of(shop, statDate, Optional.empty()).await().atMost(Shops.SOON).differences().stream()
                        .map(Replay.Difference::figure)
                        .toList();
    }
}
