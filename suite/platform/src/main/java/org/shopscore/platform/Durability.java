package org.shopscore.platform;

/** What PostgreSQL promises when it answers a commit, and whether a platform is worth a while of warming up. */
public enum Durability {
    /** A commit is on disk before it is answered. */
    DURABLE,
    /** A commit survives a killed process, not a killed machine: for tests that ask for speed. */
    FAST
}
