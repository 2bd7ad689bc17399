package org.shopscore.aggregator.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which category stands below which. Pure. */
public record Tree(Map<String, Optional<String>> parents) {

    /** The category and those above it, nearest first; nothing for none and for one that is not known. */
    public List<String> upwards(Optional<String> category) {
        var chain = new ArrayList<String>();
        Optional<String> at = category.filter(parents::containsKey);
        while (at.isPresent() && !chain.contains(at.get())) {
            chain.add(at.get());
            at = parents.get(at.get());
        }
        return chain;
    }
}
