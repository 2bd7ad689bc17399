package org.shopscore.aggregator.ingest.benchmark;

/** A program that takes the log in, in a process of its own. */
interface Contestant {

    String name();

    /** Returns as soon as it has begun. */
    void start();

    long pid();

    /** Records that are durably in its state; cheap enough to be asked twice a second. */
    long applied();

    /** Records that its readers see in the scores. */
    long visible();

    /** @return what was compared, when all of it is as expected */
    String check(Expected expected);

    void stop();
}
