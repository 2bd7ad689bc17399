package org.shopscore.aggregator.policy.file;

import java.util.List;
import java.util.stream.Collectors;
import org.shopscore.aggregator.policy.file.rule.Fault;

/** A policy document that cannot be used; the message has one line for each fault. */
public final class BadPolicy extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    BadPolicy(String file, List<Fault> faults) {
        super(faults.stream().map(fault -> fault.in(file)).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** In reading order. */
    public List<Fault> faults() {
        return faults;
    }
}
