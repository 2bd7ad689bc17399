package org.shopscore.logistics.reading;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What was read last, of readings that may overlap. One that began before the reading that is known is not taken, however late it
 * ends: it may have seen the table as it was before a change that this process has answered for since.
 */
public final class Latest<T> {

    private record Reading<T>(long number, T content) {
        Reading<T> orNewer(Reading<T> other) {
            return other.number > number ? other : this;
        }
    }

    private final AtomicLong begun = new AtomicLong();
    private final AtomicReference<Reading<T>> known;

    /** @param unread what is known before anything was read */
    public Latest(T unread) {
        known = new AtomicReference<>(new Reading<>(0, unread));
    }

    public T get() {
        return known.get().content();
    }

    /** Reads once for each subscription; what it gives is known from then on, unless something newer is. */
    public Uni<T> read(Supplier<Uni<T>> reading) {
        return Uni.createFrom().deferred(() -> {
            long number = begun.incrementAndGet();
            return reading.get()
                    .invoke(content -> known.accumulateAndGet(new Reading<>(number, content), Reading::orNewer));
        });
    }
}
