package org.shopscore.suite.fact;

/** What came of a command. */
public sealed interface Answer {

    /** The service acknowledged it; {@code fresh} when it was new to it. */
    record Taken(boolean fresh) implements Answer {}

    /** The service will not have it. */
    record Refused(int status, String code, String detail) implements Answer {}

    /** No answer came: it may have been taken or not. */
    record Unknown(String why) implements Answer {}

    /** Never sent, because the story it belongs to could not begin. */
    record NotSent() implements Answer {}
}
