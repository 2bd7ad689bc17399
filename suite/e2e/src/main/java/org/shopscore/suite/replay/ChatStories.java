package org.shopscore.suite.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.shopscore.suite.fact.ChatFact;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.Story;

/** Turns reply times of companies into chats: each company a shop, each reply the buyer's message and its human answer. */
final class ChatStories {

    record Reply(String company, String sessionId, int number, Instant askedAt, Instant answeredAt) {}

    /** @throws BrokenLines when a line cannot be read */
    static List<Reply> read(Path file) throws IOException {
        var faults = new ArrayList<String>();
        var replies = new CsvFile(
                        file, "company", "session_id", "reply_no", "client_message_at_utc", "agent_reply_at_utc")
                .read(ChatStories::reply, faults::add);
        if (!faults.isEmpty()) {
            throw new BrokenLines(faults);
        }
        return replies;
    }

    static List<Story> stories(List<Reply> replies) {
        var sessions = new LinkedHashMap<String, List<Reply>>();
        replies.forEach(
                reply -> sessions.computeIfAbsent(reply.company() + "/" + reply.sessionId(), _ -> new ArrayList<>())
                        .add(reply));
        return sessions.values().stream()
                .map(ChatStories::story)
                .sorted(Comparator.comparing(story -> story.facts().getFirst().at()))
                .toList();
    }

    private static Story story(List<Reply> session) {
        var said = session.stream()
                .flatMap(reply -> List.of(asked(reply), answered(reply)).stream())
                .sorted(Comparator.comparing(Fact::at))
                .toList();
        var first = session.getFirst();
        var facts = new ArrayList<Fact>();
        facts.add(new ChatFact.ChatStarted(
                first.company(), first.sessionId(), said.getFirst().at(), ChatFact.Opener.HUMAN));
        facts.addAll(said);
        return new Story(facts);
    }

    private static ChatFact.Said asked(Reply reply) {
        return new ChatFact.Said(
                reply.company(), reply.sessionId(), "asked-" + reply.number(), ChatFact.Author.BUYER, reply.askedAt());
    }

    private static ChatFact.Said answered(Reply reply) {
        return new ChatFact.Said(
                reply.company(),
                reply.sessionId(),
                "answered-" + reply.number(),
                ChatFact.Author.HUMAN,
                reply.answeredAt());
    }

    private static Reply reply(Line line) {
        return new Reply(
                line.id("company"),
                line.id("session_id"),
                line.whole("reply_no"),
                line.instant("client_message_at_utc"),
                line.instant("agent_reply_at_utc"));
    }

    private ChatStories() {}
}
