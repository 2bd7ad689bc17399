package org.shopscore.logistics.webhook;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.masking.PureMasking;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.History;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.payload.WallClock;
import org.shopscore.logistics.webhook.vocabulary.PureVocabulary;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    private static final List<Class<?>> SCANS =
            List.of(Region.class, Incident.class, Scan.class, ScanStatus.class, TrackingUpdate.class, Waybill.class);

    private static final List<Class<?>> PAYLOAD =
            List.of(Adapter.class, Document.class, History.class, Reading.class, Unreadable.class, WallClock.class);

    @Test
    void whatReadsAHistoryKnowsTheLanguageAndTheContractAlone() {
        PureClasses.check(Stream.of(SCANS, PAYLOAD, PureMasking.classes(), PureVocabulary.classes())
                .flatMap(List::stream)
                .toArray(Class<?>[]::new));
    }
}
