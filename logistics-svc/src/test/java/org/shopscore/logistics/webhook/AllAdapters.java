package org.shopscore.logistics.webhook;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.logistics.webhook.aftership.AfterShipAdapter;
import org.shopscore.logistics.webhook.kdniao.KdniaoAdapter;
import org.shopscore.logistics.webhook.kuaidi100.Kuaidi100Adapter;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.response.json.LaserShipAdapter;
import org.shopscore.logistics.webhook.response.json.PrestigeAdapter;
import org.shopscore.logistics.webhook.response.json.SfAdapter;
import org.shopscore.logistics.webhook.response.json.ZtoAdapter;
import org.shopscore.logistics.webhook.response.xml.A1Adapter;
import org.shopscore.logistics.webhook.response.xml.CanadaPostAdapter;
import org.shopscore.logistics.webhook.response.xml.DhlAdapter;
import org.shopscore.logistics.webhook.response.xml.FedexAdapter;
import org.shopscore.logistics.webhook.response.xml.StampsAdapter;
import org.shopscore.logistics.webhook.response.xml.UpsAdapter;
import org.shopscore.logistics.webhook.response.xml.UspsAdapter;
import org.shopscore.logistics.webhook.seventeentrack.SeventeenTrackAdapter;
import org.shopscore.logistics.webhook.standard.StandardAdapter;

/** Every adapter of the service, without the service. */
final class AllAdapters {

    private static final Map<String, Adapter> BY_PROVIDER = Stream.of(
                    new Kuaidi100Adapter(),
                    new KdniaoAdapter(),
                    new AfterShipAdapter(),
                    new SeventeenTrackAdapter(),
                    new StandardAdapter(),
                    new SfAdapter(),
                    new ZtoAdapter(),
                    new LaserShipAdapter(),
                    new PrestigeAdapter(),
                    new A1Adapter(),
                    new CanadaPostAdapter(),
                    new DhlAdapter(),
                    new FedexAdapter(),
                    new StampsAdapter(),
                    new UpsAdapter(),
                    new UspsAdapter())
            .collect(Collectors.toMap(Adapter::provider, Function.identity()));

    static Adapter of(String provider) {
        return BY_PROVIDER.get(provider);
    }

    private AllAdapters() {}
}
