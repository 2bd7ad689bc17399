package org.shopscore.suite.replay.scms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.shopscore.suite.screen.Table;

/** Compares what the evidence lists say of each vendor with the independent count, order by order. */
final class VendorCheck {

    private final Table table = new Table("shop", "due", "on time", "late", "counted from the file", "agree");
    private final List<String> differences = new ArrayList<>();
    private final Set<String> outside;

    /** @param outside orders of the file that an earlier replay sent and that are too old to be sent today */
    VendorCheck(Set<String> outside) {
        this.outside = Set.copyOf(outside);
    }

    void compare(String shop, Map<String, Outcome> listed, Map<String, Outcome> counted) {
        int before = differences.size();
        var orders = new TreeSet<>(listed.keySet());
        orders.addAll(counted.keySet());
        orders.removeAll(outside);
        for (String order : orders) {
            if (!java.util.Objects.equals(listed.get(order), counted.get(order))) {
                differences.add(
                        shop + " " + order + ": listed " + listed.get(order) + ", counted " + counted.get(order));
            }
        }
        long due = listed.keySet().stream()
                .filter(order -> !outside.contains(order))
                .count();
        long late = listed.entrySet().stream()
                .filter(order ->
                        !outside.contains(order.getKey()) && order.getValue().late())
                .count();
        long lateInFile = counted.values().stream().filter(Outcome::late).count();
        table.row(
                shop,
                due,
                due - late,
                late,
                counted.size() + "/" + lateInFile + " late",
                differences.size() == before ? "yes" : "NO");
    }

    String table() {
        return table.text();
    }

    List<String> differences() {
        return differences;
    }
}
