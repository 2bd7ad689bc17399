package org.shopscore.aggregator.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/** A place in the tree. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Category(String categoryId, String name, Optional<String> parent) {}
