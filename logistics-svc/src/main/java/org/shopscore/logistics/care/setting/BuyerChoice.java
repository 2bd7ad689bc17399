package org.shopscore.logistics.care.setting;

import java.time.Instant;
import java.util.Optional;

/**
 * What a buyer has chosen for the messages of a shop.
 *
 * @param language  a BCP 47 tag; without one the shop's
 * @param changedAt when the buyer chose so: a later choice replaces an earlier one, in whatever order they are told
 */
public record BuyerChoice(boolean optedOut, Optional<String> language, Instant changedAt) {}
