package org.shopscore.aggregator.ingest;

/** @param day of the epoch */
record ShopDay(String shopId, int day) {}
