package org.shopscore.aggregator.score;

import java.util.Set;

/** What is held in memory besides the sums has changed: what was made of it is old. */
public sealed interface ScoresMoved {

    /** What these shops' scores are made of. */
    record Of(Set<String> shops) implements ScoresMoved {}

    /** The official scores of all shops; their provisional ones are what they were. */
    record Official() implements ScoresMoved {}

    /** Whether another policy may be in force than the one that is known: part of each answer, and moves no score. */
    record Doubted() implements ScoresMoved {}

    /** What the scores of all shops are made of. */
    record All() implements ScoresMoved {}
}
