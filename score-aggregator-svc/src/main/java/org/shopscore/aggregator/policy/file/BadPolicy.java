package org.shopscore.aggregator.policy.file;

import java.util.List;
import java.util.stream.Collectors;

/** A policy document that cannot be used; the message has one line for each fault. */
public final class BadPolicy extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadPolicy(String file, List<Fault> faults) {
        super(faults.stream().map(fault -> fault.in(file)).collect(Collectors.joining("\n")));
    }

    BadPolicy(String message) {
        super(message);
    }
}
