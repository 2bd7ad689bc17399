package org.shopscore.suite.fact;

import java.time.Instant;

/** What happens in one chat of one shop. */
public sealed interface ChatFact extends Fact {

    String sessionId();

    /** A chat begins, with a human or with the bot. */
    record ChatStarted(String shopId, String sessionId, Instant at, Opener opener) implements ChatFact {
        @Override
        public Command command() {
            return Command.of(
                    Team.CUSTOMER_SERVICE, sessionPath(shopId, sessionId), "startedAt", at, "startsWith", opener);
        }

        @Override
        public ChatStarted movedBy(int weeks) {
            return new ChatStarted(shopId, sessionId, Fact.moved(at, weeks), opener);
        }
    }

    /** The bot hands a chat over to a human. */
    record HandedOver(String shopId, String sessionId, Instant at) implements ChatFact {
        @Override
        public Command command() {
            return Command.of(Team.CUSTOMER_SERVICE, sessionPath(shopId, sessionId) + "/handover", "handedOverAt", at);
        }

        @Override
        public HandedOver movedBy(int weeks) {
            return new HandedOver(shopId, sessionId, Fact.moved(at, weeks));
        }
    }

    /** Something is said; the words stay with those who said them. */
    record Said(String shopId, String sessionId, String messageId, Author author, Instant at) implements ChatFact {
        @Override
        public Command command() {
            return Command.of(
                    Team.CUSTOMER_SERVICE,
                    sessionPath(shopId, sessionId) + "/messages/" + messageId,
                    "author",
                    author,
                    "sentAt",
                    at);
        }

        @Override
        public Said movedBy(int weeks) {
            return new Said(shopId, sessionId, messageId, author, Fact.moved(at, weeks));
        }
    }

    /** Who answers first in a chat. */
    enum Opener {
        HUMAN,
        BOT
    }

    /** Who says something in a chat. */
    enum Author {
        BUYER,
        HUMAN,
        BOT,
        SYSTEM
    }

    private static String sessionPath(String shopId, String sessionId) {
        return "/v1/shops/" + shopId + "/sessions/" + sessionId;
    }
}
