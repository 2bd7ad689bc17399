package org.shopscore.metric;

/** Names of the record headers: CloudEvents 1.0, Kafka binary mode, with the suite's extensions. */
public final class Headers {

    public static final String SPEC_VERSION = "ce_specversion";

    /** UUIDv7, made when the change is stored. */
    public static final String ID = "ce_id";

    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String PARTITION_KEY = "ce_partitionkey";

    /** RFC 3339, UTC. */
    public static final String TIME = "ce_time";

    /** 1, 2, 3 ... contiguous per source, incarnation and partition. */
    public static final String SEQUENCE = "ce_sequence";

    /** Which life of the source's database gave the number. */
    public static final String INCARNATION = "ce_incarnation";

    public static final String TRACE_PARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    /** In the quarantine topic: why, and where the record stood. */
    public static final String QUARANTINE_REASON = "quarantine_reason";

    /** The reason in words. */
    public static final String QUARANTINE_DETAIL = "quarantine_detail";

    public static final String QUARANTINE_PARTITION = "quarantine_partition";
    public static final String QUARANTINE_OFFSET = "quarantine_offset";

    private Headers() {}
}
