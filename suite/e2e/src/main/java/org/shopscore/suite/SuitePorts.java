package org.shopscore.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shopscore.platform.PlatformProblem;
import org.shopscore.platform.PortSetting;

/** The twelve ports of a suite, named as a person changes them. */
final class SuitePorts {

    private SuitePorts() {}

    static Map<PortSetting, Integer> of(SuitePlan plan) {
        Map<PortSetting, Integer> all = new LinkedHashMap<>(plan.ports().named());
        all.putAll(Endpoints.named(plan.endpoints()));
        return all;
    }

    /** The variable of each port and its usual number, for a person to read. */
    static String[] help() {
        List<String> lines = new ArrayList<>(List.of("", "Each port can be moved by an environment variable:"));
        of(SuitePlan.usual(Path.of(""), Map.of()))
                .forEach((setting, port) -> lines.add("  %-42s  %d".formatted(setting.variable(), port)));
        return lines.toArray(String[]::new);
    }

    static void requireFree(SuitePlan plan) {
        of(plan).forEach(PortSetting::requireFree);
    }

    /** Two programs cannot share a port, and the logs of the one that fails would not say why. */
    static void requireDistinct(SuitePlan plan) {
        Map<Integer, PortSetting> seen = new LinkedHashMap<>();
        of(plan).forEach((setting, port) -> {
            PortSetting other = seen.putIfAbsent(port, setting);
            if (other != null) {
                throw new PlatformProblem("%s and %s are both %d: choose another port for one of them"
                        .formatted(other.variable(), setting.variable(), port));
            }
        });
    }
}
