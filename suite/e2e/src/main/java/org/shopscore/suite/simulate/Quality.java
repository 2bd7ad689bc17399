package org.shopscore.suite.simulate;

import java.util.List;

/**
 * How well a shop treats its buyers; shares in per cent.
 *
 * @param promptPickups     handed over within the limit
 * @param promptDeliveries  delivered as promised
 * @param quickReplies      chats answered within three minutes
 * @param unanswered        chats that nobody answers
 * @param stars             how often 1, 2, 3, 4, 5 stars are given
 */
record Quality(int promptPickups, int promptDeliveries, int quickReplies, int unanswered, List<Integer> stars) {

    static final Quality GOOD = new Quality(98, 96, 95, 1, List.of(1, 1, 3, 13, 82));
    static final Quality AVERAGE = new Quality(86, 88, 82, 4, List.of(3, 3, 8, 22, 64));
    static final Quality BAD = new Quality(62, 70, 48, 18, List.of(18, 11, 15, 20, 36));
}
