package org.shopscore.problem;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;

/** What comes too late is given up; whether it was done shows when it is asked for again. */
@InTime
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class InTimeInterceptor {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @AroundInvoke
    Object answer(InvocationContext call) throws Exception {
        Object answer = call.proceed();
        return answer instanceof Uni<?> coming
                ? coming.ifNoItem()
                        .after(PATIENCE)
                        .failWith(() -> new Refused(503, "database-unavailable", "the database does not answer in time")
                                .retryAfter(PATIENCE))
                : answer;
    }
}
