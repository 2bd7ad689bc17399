package org.shopscore.aggregator.official;

import io.vertx.mutiny.sqlclient.Row;

/** Why a score is withheld, as it stands beside the score before it (rules.md 5.4). */
public final class Withheld {

    /** Of its facts some are missing. */
    public static final String BY_FEEDS = "a mandatory feed is not complete";

    /** Its facts are there, and a verdict is among them. */
    public static final String BY_VERDICT = "a verdict of manipulation counts in the window";

    /** @param row of a withheld score: one that says why there is none is withheld by a verdict */
    static String because(Row row) {
        return row.getString("no_score") == null ? BY_FEEDS : BY_VERDICT;
    }

    private Withheld() {}
}
