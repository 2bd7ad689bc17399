package org.shopscore.logistics.bulk;

import java.util.Optional;

/**
 * A file as its sender announces it.
 *
 * @param id     the sender's own name for it
 * @param kind   what its lines are
 * @param shopId of the lines that name none
 */
record ImportAsk(String id, String kind, Optional<String> shopId) {}
