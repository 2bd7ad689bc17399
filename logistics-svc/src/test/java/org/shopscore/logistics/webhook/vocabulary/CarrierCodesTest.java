package org.shopscore.logistics.webhook.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierCodesTest {

    @ParameterizedTest
    @CsvSource({
        "kdniao, NEWCO, kdniao-newco",
        "kdniao, New Co_2, kdniao-new-co-2",
        "17track, 190271, 17track-190271",
        "kuaidi100, averyveryveryverylongcarriername, kuaidi100-averyveryveryverylongc",
        "kdniao, 新公司, kdniao--",
        "kdniao, '', kdniao-"
    })
    void anUnknownCarrierKeepsTheProvidersCodeInTheAlphabetOfTheSuite(String provider, String theirs, String ours) {
        var carriers = CarrierCodes.of(provider);
        assertThat(carriers.knows(theirs)).isFalse();
        assertThat(carriers.ours(theirs)).isEqualTo(ours).matches("[a-z0-9-]{2,32}");
    }
}
