package org.shopscore.logistics.webhook.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallClockTest {

    @ParameterizedTest
    @CsvSource({
        "2021-06-14 17:31:57,           2021-06-14T09:31:57Z",
        "2021-06-14T17:31:57,           2021-06-14T09:31:57Z",
        "2021-06-14 17:31,              2021-06-14T09:31:00Z",
        "2021-06-14T17:31:57.5,         2021-06-14T09:31:57.500Z",
        "2021-06-14,                    2021-06-13T16:00:00Z",
        "2014-01-08T12:53:10-08:00,     2014-01-08T20:53:10Z",
        "2014-01-08T12:53:10+0800,      2014-01-08T04:53:10Z",
        "2014-01-08T12:53:10Z,          2014-01-08T12:53:10Z",
        "' 2021-06-14 17:31:57 ',       2021-06-14T09:31:57Z"
    })
    void aTimeWithoutAZoneIsShanghaiAndAnOffsetIsKept(String text, Instant expected) {
        assertThat(WallClock.read(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "昨天下午", "2021-06-31 10:00:00", "2021-06-14 25:00:00", "14.06.2021", "1623663117"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(WallClock.read(text)).isEmpty();
    }
}
