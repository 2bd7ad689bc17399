package org.shopscore.metric;

/** What a service may announce together with its commit. */
public sealed interface Announcement permits MetricEvent, OrderFacts, Notification {}
