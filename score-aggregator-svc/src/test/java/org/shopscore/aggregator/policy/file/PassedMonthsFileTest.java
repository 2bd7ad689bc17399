package org.shopscore.aggregator.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.policy.entitlement.Bound;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.score.Shipped;

/** Months that pass, in a policy document. */
class PassedMonthsFileTest {

    private static final String ADS = "{\"latest\": \"total\", \"gte\": \"4.00\"}";

    @Test
    void aDocumentThatAsksForMonthsIsReadAsItSays() {
        var mean = new Predicate.Mean(30, "goods", new Bound(Bound.Comparison.GTE, new BigDecimal("4.50")));

        assertThat(
                        ads(
                                "{\"passes\": 3, \"ofMonths\": 6, \"of\": {\"mean\": 30, \"of\": \"goods\", \"gte\": \"4.50\"}}"))
                .isEqualTo(new Predicate.Passes(3, 6, mean));
    }

    /** 31 days a month, the judged day being one of them, and the days before the oldest month's end that its own predicate asks for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"passes": 3, "ofMonths": 6, "of": {"latest": "goods", "gte": "4.50"}} | 186
            {"passes": 3, "ofMonths": 6, "of": {"mean": 30, "of": "goods", "gte": "4.50"}} | 215
            {"passes": 24, "ofMonths": 24, "of": {"everyDay": 57, "of": "goods", "gte": "4.50"}} | 800
            """)
    void itLooksBackToTheOldestMonthAndWhatThatIsJudgedBy(String grant, int days) {
        assertThat(ads(grant).depth()).isEqualTo(days);
        assertThat(ads(grant).subjects()).containsExactly("goods");
    }

    private static Predicate ads(String grant) {
        assertThat(Shipped.document()).contains(ADS);
        return PolicyFile.read("p.json", Shipped.document().replace(ADS, grant))
                .entitlements()
                .getFirst()
                .grant();
    }
}
