package org.shopscore.aggregator.lookup.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.shopscore.aggregator.score.shop.FeedState;

/**
 * The life of one connection that follows partitions, by what is pushed to it. It is asked each time whether it still stands, and answers within
 * {@link #PATIENCE} or is over: of a connection that does not answer nobody knows what it has missed.
 *
 * <p>Nothing but subscriptions is sent on it: the client takes what is pushed meanwhile for the answer to anything else.
 */
final class Subscription {

    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Nothing is published here: a repeated subscription is answered like the first one. */
    private static final String ASKED = "score:told-asked";

    private static final String MESSAGE = "message";
    private static final String SUBSCRIBED = "subscribe";

    private final RedisConnection connection;
    private final RedisShops redis;
    private final FeedsJson json;
    private final ToldChannel.Follower follower;
    private final Set<Integer> followed = new HashSet<>();
    private final Set<Integer> left = new HashSet<>();
    private final Map<String, Consumer<Response>> listeners = new ConcurrentHashMap<>();
    private volatile Runnable answered = () -> {};
    private volatile boolean stands = true;

    Subscription(RedisConnection connection, RedisShops redis, FeedsJson json, ToldChannel.Follower follower) {
        this.connection = connection;
        this.redis = redis;
        this.json = json;
        this.follower = follower;
        connection.handler(this::pushed);
        connection.endHandler(this::over);
        connection.exceptionHandler(_ -> over());
    }

    boolean stands() {
        return stands;
    }

    /** What was under way when a partition was left could still come: it is not joined again on this connection, which is over then. */
    Uni<Void> follow(Set<Integer> partitions) {
        Set<Integer> gone = minus(followed, partitions);
        Set<Integer> come = minus(partitions, followed);
        gone.forEach(this::leave);
        if (partitions.isEmpty() || come.stream().anyMatch(left::contains)) {
            over();
            return Uni.createFrom().voidItem();
        }
        come.forEach(this::begin);
        return subscribed(gone, come)
                .chain(() -> redis.feeds(come))
                .invoke(found -> found.forEach(this::feeds))
                .replaceWithVoid()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(this::over);
    }

    private static Set<Integer> minus(Set<Integer> all, Set<Integer> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private synchronized void leave(int partition) {
        end(partition);
        followed.remove(partition);
        left.add(partition);
    }

    private void begin(int partition) {
        followed.add(partition);
        follower.begins(partition);
        listeners.put(ToldChannel.ofShops(partition), message -> shops(partition, message));
        listeners.put(
                ToldChannel.ofFeeds(partition),
                message -> json.read(message.toString()).ifPresent(found -> feeds(partition, found)));
    }

    /** Answered in the order in which they are asked for. How complete partitions are is read behind it: what that speaks of is in Redis by then, or is pushed. */
    private Uni<Void> subscribed(Set<Integer> gone, Set<Integer> come) {
        return Uni.createFrom().emitter(asked -> {
            answered = () -> asked.complete(null);
            var steps = new ArrayList<Request>();
            if (!gone.isEmpty()) {
                steps.add(channels(Command.UNSUBSCRIBE, gone));
            }
            steps.add(channels(Command.SUBSCRIBE, come).arg(ASKED));
            steps.forEach(step -> connection.send(step).subscribe().with(_ -> {}, asked::fail));
        });
    }

    private static Request channels(Command command, Set<Integer> partitions) {
        Request request = Request.cmd(command);
        partitions.forEach(
                partition -> request.arg(ToldChannel.ofShops(partition)).arg(ToldChannel.ofFeeds(partition)));
        return request;
    }

    private void pushed(Response push) {
        if (!stands || push.size() != 3) {
            return;
        }
        String channel = push.get(1).toString();
        switch (push.get(0).toString()) {
            case MESSAGE -> listeners.getOrDefault(channel, _ -> {}).accept(push.get(2));
            case SUBSCRIBED -> {
                if (channel.equals(ASKED)) {
                    answered.run();
                }
            }
            default -> {}
        }
    }

    private void shops(int partition, Response message) {
        ToldMessage.read(message.toBuffer().getBytes())
                .ifPresentOrElse(shops -> follower.told(partition, shops), () -> end(partition));
    }

    private synchronized void feeds(int partition, FeedState found) {
        if (listeners.containsKey(ToldChannel.ofFeeds(partition))) {
            follower.feeds(partition, found);
        }
    }

    /** Also for an owner of another release: as long as it is not of this one, its shops are looked up where they can be read. */
    private synchronized void end(int partition) {
        listeners.remove(ToldChannel.ofShops(partition));
        listeners.remove(ToldChannel.ofFeeds(partition));
        follower.ended(partition);
    }

    private void over() {
        stands = false;
        connection.closeAndForget();
    }
}
