package org.shopscore.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {

    @Test
    void aTokenHoldsTheKeyOfTheLastRow() {
        assertThat(PageToken.read(PageToken.of("店铺", "", "o~1"), 3)).contains(List.of("店铺", "", "o~1"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void theFirstPageHasNone(String given) {
        assertThat(PageToken.read(given, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "a", "YWJj", "YR9iYw==", "YR9ig6", "/x8_", "YR8A"})
    void whatNoListHasGivenIsRefused(String token) {
        var refused = catchThrowableOfType(Refused.class, () -> PageToken.read(token, 2));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid-page-token");
    }

    @Test
    void aKeyOfAnotherFormIsRefusedLikeOneThatNoListHasGiven() {
        assertThat(PageToken.read(PageToken.of("7"), 1, key -> Integer.parseInt(key.getFirst())))
                .contains(7);
        var refused = catchThrowableOfType(
                Refused.class, () -> PageToken.read(PageToken.of("七"), 1, key -> Integer.parseInt(key.getFirst())));
        assertThat(refused.code()).isEqualTo("invalid-page-token");
    }
}
