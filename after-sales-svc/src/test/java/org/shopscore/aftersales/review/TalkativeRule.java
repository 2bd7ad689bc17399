package org.shopscore.aftersales.review;

import org.jboss.logging.Logger;

/** Wrong on purpose: a rule that logs. */
final class TalkativeRule {

    static final Logger LOG = Logger.getLogger(TalkativeRule.class);

    private TalkativeRule() {}
}
