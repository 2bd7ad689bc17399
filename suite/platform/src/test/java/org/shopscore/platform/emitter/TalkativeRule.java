package org.shopscore.platform.emitter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wrong on purpose: a rule that logs. */
final class TalkativeRule {

    static final Logger LOG = LoggerFactory.getLogger(TalkativeRule.class);

    private TalkativeRule() {}
}
