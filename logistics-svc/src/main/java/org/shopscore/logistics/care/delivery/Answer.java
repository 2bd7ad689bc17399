package org.shopscore.logistics.care.delivery;

/** What a provider has said in the end; as long as it says neither, it is asked again. */
sealed interface Answer {

    record Taken() implements Answer {}

    /** @param reason a short code, such as {@code HTTP 400} */
    record Refused(String reason) implements Answer {}
}
