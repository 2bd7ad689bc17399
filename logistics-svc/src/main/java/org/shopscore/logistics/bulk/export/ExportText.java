package org.shopscore.logistics.bulk.export;

/** What the description of the interface says of exports, whoever asks for them. */
final class ExportText {

    static final String SUMMARY = "Take facts out in the form in which an import takes them in";
    static final String DESCRIPTION =
            "The file of an import: CSV, or one JSON object a line with Accept: application/x-ndjson. As of one instant, whatever"
                    + " is written meanwhile. Imported elsewhere in the order orders, shipments, scans they make the same"
                    + " facts, states and measures; what disruptions and exceptions decided is not in them.";
    static final String WHOLE =
            "the whole file. When something fails on the way the connection is broken off before the transfer's end";
    static final String UNKNOWN = "unknown-shop";
    static final String FULL = "too-many-exports";
    static final String KINDS = "orders, shipments, scans";
    static final String FROM =
            "the first instant, included: of orders paidAt, of scans at, of shipments when they were declared here";
    static final String TO = "the instant before which they lie";

    private ExportText() {}
}
