package org.shopscore.suite.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.shopscore.suite.fact.ChatFact;
import org.shopscore.suite.fact.ChatFact.Author;
import org.shopscore.suite.fact.ChatFact.Opener;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.Story;

/** One chat: a few questions, most of them answered; people type as fast in a quick world as in a slow one. */
final class ChatLife {

    private static final int STARTS_WITH_BOT = 30;

    private final Shop shop;
    private final Pace pace;

    ChatLife(Shop shop, Pace pace) {
        this.shop = shop;
        this.pace = pace;
    }

    Story story(String sessionId, Instant startedAt, Dice dice) {
        var at = pace.real(startedAt);
        boolean bot = dice.happens(STARTS_WITH_BOT);
        var facts = new ArrayList<Fact>();
        facts.add(new ChatFact.ChatStarted(shop.id(), sessionId, at, bot ? Opener.BOT : Opener.HUMAN));
        if (bot) {
            facts.add(said(sessionId, "bot-1", Author.BUYER, at));
            facts.add(said(sessionId, "bot-2", Author.BOT, at.plusSeconds(1)));
            at = at.plusSeconds(20);
            facts.add(new ChatFact.HandedOver(shop.id(), sessionId, at));
        }
        int turns = 1 + dice.below(3);
        for (int turn = 1; turn <= turns; turn++) {
            facts.add(said(sessionId, "ask-" + turn, Author.BUYER, at));
            at = at.plus(wait(dice));
            if (!dice.happens(shop.quality().unanswered())) {
                facts.add(said(sessionId, "answer-" + turn, Author.HUMAN, at));
            }
            at = at.plus(dice.between(Duration.ofSeconds(10), Duration.ofSeconds(90)));
        }
        return new Story(facts);
    }

    private Duration wait(Dice dice) {
        return dice.happens(shop.quality().quickReplies())
                ? dice.between(Duration.ofSeconds(4), Duration.ofSeconds(179))
                : dice.between(Duration.ofSeconds(181), Duration.ofMinutes(15));
    }

    private ChatFact.Said said(String sessionId, String messageId, Author author, Instant at) {
        return new ChatFact.Said(shop.id(), sessionId, messageId, author, at);
    }
}
