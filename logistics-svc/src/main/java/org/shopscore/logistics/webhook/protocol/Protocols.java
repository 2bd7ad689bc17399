package org.shopscore.logistics.webhook.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The providers that push. */
@ApplicationScoped
public class Protocols {

    private final Map<String, Protocol> byProvider;

    Protocols(@Any Instance<Protocol> protocols) {
        byProvider = protocols.stream().collect(Collectors.toMap(Protocol::provider, Function.identity()));
    }

    public Optional<Protocol> of(String provider) {
        return Optional.ofNullable(byProvider.get(provider));
    }
}
