package org.shopscore.aggregator.policy;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.shopscore.platform.PlatformResource;

/** A database of its own for tests that plan switches: a plan and the official days after it are one history. */
public abstract class PolicyDatabase implements QuarkusTestProfile {

    private final String name;

    PolicyDatabase(String name) {
        this.name = name;
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PlatformResource.class, Map.of("database", name)));
    }

    /** Of the lives of versions. */
    public static final class OfLives extends PolicyDatabase {
        public OfLives() {
            super("policy_lives");
        }
    }

    /** Of dry runs. */
    public static final class OfDryRuns extends PolicyDatabase {
        public OfDryRuns() {
            super("policy_dry_runs");
        }
    }

    /** Of switches under load. */
    public static final class OfSwitches extends PolicyDatabase {
        public OfSwitches() {
            super("policy_switches");
        }
    }

    /** Of weights of categories. */
    public static final class OfCategories extends PolicyDatabase {
        public OfCategories() {
            super("policy_categories");
        }
    }

    /** Of verdicts that withhold scores. */
    public static final class OfVerdicts extends PolicyDatabase {
        public OfVerdicts() {
            super("policy_verdicts");
        }
    }

    /** Of metrics that mature. */
    public static final class OfMaturities extends PolicyDatabase {
        public OfMaturities() {
            super("policy_maturities");
        }
    }

    /** Of what shops hold over a switch. */
    public static final class OfEntitlements extends PolicyDatabase {
        public OfEntitlements() {
            super("policy_entitlements");
        }
    }
}
