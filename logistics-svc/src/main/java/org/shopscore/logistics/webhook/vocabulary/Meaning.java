package org.shopscore.logistics.webhook.vocabulary;

import java.util.Optional;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.ScanStatus;

/** What a code stands for. */
public record Meaning(ScanStatus status, Optional<Incident> incident) {

    public static final Meaning UNKNOWN = new Meaning(ScanStatus.UNKNOWN, Optional.empty());
}
