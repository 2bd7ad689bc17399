package org.shopscore.logistics.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;

/** Small invented documents in the form of each provider and carrier. */
class SamplesTest {

    private static Reading read(String provider, String document) throws Unreadable {
        return AllAdapters.of(provider).read(Document.of(document).askedFor(Optional.of("SF0000000001")));
    }

    private static List<List<String>> histories(String provider, String document) throws Unreadable {
        return Expected.of("", provider, read(provider, document)).histories();
    }

    @Test
    void kuaidi100TellsOfTwoCountriesWithRegionsAndFineCodes() throws Unreadable {
        var reading = read("kuaidi100", """
                {"status":"shutdown","lastResult":{"state":"304","com":"yuantong","nu":"YT0000000001","data":[
                  {"context":"已放入快递柜","time":"2026-03-02 10:00:00","ftime":"2026-03-02 10:00:00","status":"投柜或站签收","statusCode":"304","areaCode":"CN370112005000"},
                  {"context":"已揽收","time":"2026-03-01 10:00:00","ftime":"2026-03-01 10:00:00","status":"揽收","statusCode":"103","areaCode":"CN310000000000"}]},
                 "destResult":{"state":"0","com":"ups","nu":"1Z0000000001","data":[
                  {"context":"Arrived","time":"2026-03-03 10:00:00","status":"在途","areaCode":null}]}}""");
        assertThat(Expected.of("", "kuaidi100", reading).histories())
                .containsExactly(
                        List.of(
                                "yto YT0000000001",
                                "2026-03-02T02:00:00Z READY_FOR_PICKUP",
                                "2026-03-01T02:00:00Z PICKED_UP"),
                        List.of("ups 1Z0000000001", "2026-03-03T02:00:00Z IN_TRANSIT"));
        assertThat(reading.updates())
                .flatExtracting(TrackingUpdate::scans)
                .extracting(Scan::region)
                .containsExactly(
                        Optional.of(new Region("CN-370112")), Optional.of(new Region("CN-31")), Optional.empty());
    }

    @Test
    void kuaidi100StopsWatchingWithoutAHistory() throws Unreadable {
        assertThat(histories("kuaidi100", """
                {"status":"abort","message":"3天查询无记录","lastResult":{"state":"0","com":"yuantong","nu":"YT0000000001","data":[]}}""")).containsExactly(List.of("yto YT0000000001"));
    }

    @Test
    void kdniaoTellsOfManyWaybillsAndOfOneWithoutAHistory() throws Unreadable {
        var reading = read("kdniao", """
                {"EBusinessID":"1","Count":"3","Data":[
                  {"ShipperCode":"NEWCO","LogisticCode":"N000000001","Success":true,"State":"2","StateEx":"211","Traces":[
                    {"AcceptTime":"2026-03-01 10:00:00","AcceptStation":"已揽收","Action":"1"},
                    {"AcceptTime":"2026-03-02 10:00:00","AcceptStation":"已放入快递柜","Action":"211"}]},
                  {"ShipperCode":"YTO","LogisticCode":"YT0000000002","Success":true,"State":"1","Traces":[
                    {"AcceptTime":"2026-03-01 11:00:00","AcceptStation":"已揽收"}]},
                  {"ShipperCode":"YTO","LogisticCode":"YT0000000003","Success":false,"Reason":"三天无轨迹","Traces":[]}]}""");
        assertThat(Expected.of("", "kdniao", reading).histories())
                .containsExactly(
                        List.of(
                                "kdniao-newco N000000001",
                                "2026-03-01T02:00:00Z PICKED_UP",
                                "2026-03-02T02:00:00Z READY_FOR_PICKUP"),
                        List.of("yto YT0000000002", "2026-03-01T03:00:00Z PICKED_UP"));
        assertThat(reading.unknownCarriers()).containsExactly("NEWCO");
        assertThat(reading.refusals()).containsExactly("kdniao has no history of a waybill");
    }

    @Test
    void afterShipNamesTagsAndSubtags() throws Unreadable {
        assertThat(histories("aftership", """
                {"event":"tracking_update","event_id":"8f1e6f0e-7d3e-4d52-9a3b-0c5d2b1c4f10","ts":1772330400,"msg":{
                  "slug":"usps","tracking_number":"9400110000000000000001","tag":"Delivered","subtag":"Delivered_003","checkpoints":[
                  {"checkpoint_time":"2026-02-27T09:00:00-05:00","tag":"InTransit","subtag":"InTransit_002","message":"Accepted"},
                  {"checkpoint_time":"2026-02-28T09:00:00","tag":"Delivered","subtag":"Delivered_003","message":"Signed for by JOHN DOE"}]}}"""))
                .containsExactly(List.of(
                        "usps 9400110000000000000001",
                        "2026-02-27T14:00:00Z PICKED_UP",
                        "2026-02-28T01:00:00Z DELIVERED"));
    }

    @Test
    void seventeenTrackTellsOfTheCarriersOfBothEnds() throws Unreadable {
        var reading = read("17track", """
                {"event":"TRACKING_UPDATED","data":{"number":"RR123456785CN","carrier":3011,"track_info":{
                  "latest_status":{"status":"InTransit","sub_status":"InTransit_Other"},
                  "tracking":{"providers":[
                    {"provider":{"key":21051},"events":[{"time_iso":"2026-03-05T08:00:00-05:00","time_utc":"2026-03-05T13:00:00Z","description":"Arrived","stage":null,"sub_status":"InTransit_Arrival"}]},
                    {"provider":{"key":3011},"events":[
                      {"time_iso":null,"time_utc":null,"time_raw":{"date":"2026-03-02","time":"10:00:00"},"description":"海关放行","stage":null,"sub_status":"InTransit_CustomsReleased"},
                      {"time_iso":"2026-03-01T10:00:00+08:00","description":"已收寄","stage":"PickedUp","sub_status":"InTransit_PickedUp"}]}]}}}}""");
        assertThat(Expected.of("", "17track", reading).histories())
                .containsExactly(List.of(
                        "chinapost RR123456785CN",
                        "2026-03-05T13:00:00Z IN_TRANSIT",
                        "2026-03-02T02:00:00Z CUSTOMS",
                        "2026-03-01T02:00:00Z PICKED_UP"));
        assertThat(reading.unknownCodes()).isEmpty();
    }

    @Test
    void seventeenTrackStopsWithoutAHistory() throws Unreadable {
        assertThat(histories("17track", """
                {"event":"TRACKING_STOPPED","data":{"number":"RR123456785CN","carrier":3011}}""")).containsExactly(List.of("chinapost RR123456785CN"));
    }

    @Test
    void theStandardFormSpeaksTheSuitesWords() throws Unreadable {
        var reading = read("standard", """
                {"type":"tracking.updated","timestamp":"2026-03-01T02:00:00Z","data":{"carrier":"yto","waybill":"YT0000000001","scans":[
                  {"at":"2026-03-01T10:00:00+08:00","status":"EXCEPTION","incident":"CARRIER_DAMAGED","code":"E7","text":"外包装破损","region":"CN-3701"},
                  {"at":"2026-03-01T12:00:00+08:00","status":"TELEPORTED","text":"?"}]}}""");
        assertThat(Expected.of("", "standard", reading).histories())
                .containsExactly(List.of(
                        "yto YT0000000001",
                        "2026-03-01T02:00:00Z EXCEPTION CARRIER_DAMAGED",
                        "2026-03-01T04:00:00Z UNKNOWN"));
        assertThat(reading.unknownCodes()).containsExactly("TELEPORTED");
        assertThat(reading.updates().getFirst().scans().getFirst().rawCode()).isEqualTo("E7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sf | [{"scanDateTime":"2026-03-01 10:00:00","remark":"派送至丰巢","opCode":"125","cxPackageStatus":40}] | sf SF0000000001 | 2026-03-01T02:00:00Z READY_FOR_PICKUP
            zto | {"data":{"outWaybillNo":"73100000000001","action":211,"traces":[{"acceptTime":"2026-03-01 10:00:00","acceptStation":"已入柜","action":null}]}} | zto 73100000000001 | 2026-03-01T02:00:00Z READY_FOR_PICKUP
            lasership | {"Pieces":[{"TrackingNumber":"LA00000001"}],"Events":[{"DateTime":"2026-03-01T10:00:00","EventType":"Released","EventShortText":"Delivered"}]} | lasership LA00000001 | 2026-03-01T02:00:00Z DELIVERED
            prestige | [{"TrackingNumber":"PS00000001","TrackingEventHistory":[{"EventCode":"EVENT_102","EventCodeDesc":"x","serverDate":"3/1/2026","serverTime":"2:05 PM"}]}] | prestige PS00000001 | 2026-03-01T06:05:00Z PICKED_UP
            a1 | <AmazonTrackingResponse><PackageTrackingInfo><TrackingNumber>AZ0000000001</TrackingNumber><TrackingEventHistory><TrackingEventDetail><EventCode>EVENT_304</EventCode><EventDateTime>2026-03-01T10:00:00-05:00</EventDateTime></TrackingEventDetail></TrackingEventHistory></PackageTrackingInfo></AmazonTrackingResponse> | a1 AZ0000000001 | 2026-03-01T15:00:00Z DELIVERY_ATTEMPT_FAILED UNKNOWN
            canadapost | <tracking-detail xmlns="http://www.canadapost.ca/ws/track"><pin>1371134583769923</pin><significant-events><occurrence><event-identifier>1701</event-identifier><event-date>2026-03-01</event-date><event-time>10:00:00</event-time><event-time-zone>EST</event-time-zone></occurrence></significant-events></tracking-detail> | canadapost 1371134583769923 | 2026-03-01T15:00:00Z READY_FOR_PICKUP
            ups | <TrackResponse><Response><ResponseStatusCode>1</ResponseStatusCode></Response><Shipment><Package><TrackingNumber>1Z0000000001</TrackingNumber><Activity><Status><StatusType><Code>X</Code></StatusType><StatusCode><Code>DJ</Code></StatusCode></Status><Date>20260301</Date><Time>100000</Time></Activity></Package></Shipment></TrackResponse> | ups 1Z0000000001 | 2026-03-01T02:00:00Z EXCEPTION WEATHER
            usps | <TrackResponse><TrackInfo ID="9400110000000000000001"><TrackSummary><EventTime>2:05 pm</EventTime><EventDate>March 1, 2026</EventDate><Event>Notice Left</Event><EventCode>02</EventCode></TrackSummary></TrackInfo></TrackResponse> | usps 9400110000000000000001 | 2026-03-01T06:05:00Z DELIVERY_ATTEMPT_FAILED UNKNOWN
            stamps | <Envelope><Body><TrackingEvent><Timestamp>2026-03-01T10:00:00</Timestamp><TrackingEventType>Delivered</TrackingEventType></TrackingEvent></Body></Envelope> | usps SF0000000001 | 2026-03-01T02:00:00Z DELIVERED
            fedex | <TrackReply xmlns="http://fedex.com/ws/track/v5"><HighestSeverity>SUCCESS</HighestSeverity><TrackDetails><TrackingNumber>612999982452</TrackingNumber><Events><Timestamp>2026-03-01T10:00:00-05:00</Timestamp><EventType>HP</EventType></Events></TrackDetails></TrackReply> | fedex 612999982452 | 2026-03-01T15:00:00Z READY_FOR_PICKUP
            dhl | <r:TrackingResponse xmlns:r="http://www.dhl.com"><AWBInfo><AWBNumber>5082050000</AWBNumber><Status><ActionStatus>success</ActionStatus></Status><ShipmentInfo><ShipmentEvent><Date>2026-03-01</Date><Time>10:00:00</Time><ServiceEvent><EventCode>OK</EventCode></ServiceEvent></ShipmentEvent></ShipmentInfo></AWBInfo></r:TrackingResponse> | dhl 5082050000 | 2026-03-01T02:00:00Z DELIVERED
            """)
    void aCarriersAnswerReadsIntoItsHistory(String provider, String document, String waybill, String line)
            throws Unreadable {
        assertThat(histories(provider, document)).containsExactly(List.of(waybill, line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kuaidi100 | {"lastResult":            | not JSON at line 1, column 15
            kuaidi100 | ``                        | not JSON: there is nothing
            kuaidi100 | {"lastResult":7}          | lastResult must be an object
            kdniao    | {"Data":{}}               | Data must be a list
            kdniao    | []                        | Traces must be a list
            aftership | {"event":"x"}             | msg must be an object
            17track   | {"event":"x","data":null} | data must be an object
            standard  | {"type":"order.paid"}     | type must be tracking.updated
            sf        | {}                        | routes must be a list
            usps      | <TrackResponse>           | not XML at line 1, column 16
            usps      | <Fault/>                  | the root must be TrackResponse
            """)
    void whatCannotBeReadSaysWhy(String provider, String document, String reason) {
        assertThatThrownBy(() -> read(provider, document))
                .isInstanceOf(Unreadable.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><TrackResponse>&x;</TrackResponse>
            <!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><TrackResponse>&b;</TrackResponse>
            <!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd"><TrackResponse/>
            """)
    void xmlThatDeclaresTypesOrEntitiesIsRefused(String document) {
        assertThatThrownBy(() -> read("usps", document))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("not XML");
    }

    @Test
    void whyADocumentCannotBeReadQuotesNothingOfIt() {
        assertThatThrownBy(() -> read("kuaidi100", "{\"nu\":张三13800138000}"))
                .isInstanceOf(Unreadable.class)
                .message()
                .doesNotContain("张三", "138");
    }

    @Test
    void anAnswerThatNamesNoWaybillNeedsTheOneThatWasAskedFor() {
        assertThatThrownBy(() -> AllAdapters.of("sf").read(Document.of("[]")))
                .isInstanceOf(Unreadable.class)
                .hasMessage("the document names no waybill, and none was given with it");
    }
}
