package org.shopscore.customerservice.session;

import org.jboss.logging.Logger;

/** Wrong on purpose: a rule that logs. */
final class TalkativeRule {

    static final Logger LOG = Logger.getLogger(TalkativeRule.class);

    private TalkativeRule() {}
}
