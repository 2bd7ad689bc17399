package org.shopscore.logistics.webhook.endpoint;

import java.util.List;
import java.util.Optional;
import org.shopscore.problem.PageToken;

/** Pages of what is in memory anyway. */
final class EndpointPages {

    /** @param after provider and id of the last one given */
    static EndpointView.Page of(List<Endpoint> sorted, int pageSize, Optional<List<String>> after) {
        var rest = sorted.stream()
                .filter(endpoint ->
                        after.map(key -> isAfter(endpoint.key(), key)).orElse(true))
                .limit(pageSize + 1L)
                .toList();
        var page = rest.stream().limit(pageSize).toList();
        var next = rest.size() > pageSize ? Optional.of(token(page.getLast().key())) : Optional.<String>empty();
        return new EndpointView.Page(page.stream().map(EndpointView::of).toList(), next);
    }

    private static String token(EndpointKey key) {
        return PageToken.of(key.provider(), key.endpointId());
    }

    private static boolean isAfter(EndpointKey one, List<String> key) {
        int byProvider = one.provider().compareTo(key.getFirst());
        return byProvider > 0 || (byProvider == 0 && one.endpointId().compareTo(key.getLast()) > 0);
    }

    private EndpointPages() {}
}
