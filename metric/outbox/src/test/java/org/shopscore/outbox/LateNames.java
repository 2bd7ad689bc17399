package org.shopscore.outbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A name service as after a cold start: each name under {@code .late} is unknown when first asked for, and this machine later. */
public final class LateNames extends InetAddressResolverProvider {

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Late(configuration.builtinResolver(), ConcurrentHashMap.newKeySet());
    }

    @Override
    public String name() {
        return "late names";
    }

    private record Late(InetAddressResolver others, Set<String> asked) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            if (!host.endsWith(".late")) {
                return others.lookupByName(host, policy);
            }
            if (asked.add(host)) {
                throw new UnknownHostException(host);
            }
            return Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return others.lookupByAddress(address);
        }
    }
}
