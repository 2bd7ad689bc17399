package org.shopscore.logistics.care.outlook;

import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.care.message.Pending;
import org.shopscore.logistics.care.template.ToldOrder;

/**
 * A message, and what is to be done with it now.
 *
 * @param buyerRef  empty when the order names no buyer
 * @param languages that will do for the buyer, the best first
 */
public record Outlook(
        Pending message, Decision decision, ToldOrder order, Optional<String> buyerRef, List<String> languages) {}
