package org.shopscore.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Refuses a body as soon as a resource has read more of it than it may have, also when it hid its length. */
public class StreamedBody implements ReaderInterceptor {

    private static final String MOST = "quarkus.http.limits.max-body-size";

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        body.setInputStream(new Counted(body.getInputStream(), mostBytes()));
        return body.proceed();
    }

    /** Asked for at run time: the framework makes this class while it is built. */
    private static long mostBytes() {
        return ConfigProvider.getConfig()
                .getOptionalValue(MOST, MemorySize.class)
                .map(MemorySize::asLongValue)
                .orElse(BodyLimit.MOST_HELD_BYTES);
    }

    private static final class Counted extends FilterInputStream {

        private final long mostBytes;
        private long bytes;

        private Counted(InputStream body, long mostBytes) {
            super(body);
            this.mostBytes = mostBytes;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) throws IOException {
            bytes += more;
            if (bytes > mostBytes) {
                // A client that is still sending comes to see the answer.
                var _ = in.skip(BodyLimit.DRAINED * BodyLimit.MOST_HELD_BYTES);
                throw new Refused(413, BodyLimit.CODE, BodyLimit.detail(mostBytes));
            }
        }
    }
}
