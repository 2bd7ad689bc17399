package org.shopscore.logistics.bulk;

/** Where an import stands. */
enum ImportState {
    RUNNING,
    /** The file was read to its end; lines that were rejected are in the report. */
    DONE,
    /** The file could not be read to its end; the lines before are in. Sending it again goes on. */
    BROKEN_OFF,
    /** The service or its database ended under it; sending the file again goes on. */
    INTERRUPTED
}
