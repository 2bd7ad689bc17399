package org.shopscore.logistics.webhook;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/** A parcel that nobody else tells of, and what each provider says when it was picked up and signed for. */
record Parcel(String waybill, Instant pickedUpAt, Instant signedAt) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    static Parcel anew() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var number = "YT"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 13).toUpperCase(Locale.ROOT);
        return new Parcel(number, now.minus(2, ChronoUnit.DAYS), now.minus(1, ChronoUnit.DAYS));
    }

    String toldBy(String provider) {
        return switch (provider) {
            case "kuaidi100" -> """
                    {"status":"shutdown","lastResult":{"state":"3","com":"yuantong","nu":"%s","data":[
                     {"context":"客户签收人: 张三丰 已签收 电话13800138000","time":"%s","status":"签收","areaCode":"CN370112000000"},
                     {"context":"【曹妃甸】 已揽收 取件人: 李四 (13900139000)","time":"%s","status":"揽收","areaCode":"CN130209000000"}]}}""".formatted(waybill, local(signedAt), local(pickedUpAt));
            case "kdniao" -> """
                    {"EBusinessID":"1600000","PushTime":"%2$s","Count":"1","Data":[{"ShipperCode":"YTO","LogisticCode":"%1$s","Success":true,"State":"3","StateEx":"301","Traces":[
                     {"AcceptTime":"%3$s","AcceptStation":"【曹妃甸】 已揽收 取件人: 李四 (13900139000)","Action":"1"},
                     {"AcceptTime":"%2$s","AcceptStation":"客户签收人: 张三丰 已签收 电话13800138000","Action":"301"}]}]}""".formatted(waybill, local(signedAt), local(pickedUpAt));
            case "aftership" ->
                """
                    {"event":"tracking_update","event_id":"%4$s","ts":1,"msg":{"slug":"yto","tracking_number":"%1$s","tag":"Delivered","subtag":"Delivered_003","checkpoints":[
                     {"checkpoint_time":"%3$s","tag":"InTransit","subtag":"InTransit_002","message":"Picked up, courier: Li Si"},
                     {"checkpoint_time":"%2$s","tag":"Delivered","subtag":"Delivered_003","message":"Signed for by ZHANG SAN +86 138 0013 8000"}]}}""".formatted(
                                waybill,
                                signedAt,
                                pickedUpAt,
                                UUID.nameUUIDFromBytes(waybill.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            case "17track" -> """
                    {"event":"TRACKING_UPDATED","data":{"number":"%1$s","carrier":100012,"track_info":{"latest_status":{"status":"Delivered","sub_status":"Delivered_Other"},"tracking":{"providers":[{"events":[
                     {"time_iso":"%2$s","description":"Signed for by ZHANG SAN","sub_status":"Delivered_Other"},
                     {"time_iso":"%3$s","description":"已揽收 取件人: 李四 (13900139000)","sub_status":"InTransit_PickedUp"}]}]}}}}""".formatted(waybill, signedAt, pickedUpAt);
            default -> """
                    {"type":"tracking.updated","data":{"carrier":"yto","waybill":"%1$s","scans":[
                     {"at":"%2$s","status":"DELIVERED","text":"签收人：张三丰"},{"at":"%3$s","status":"PICKED_UP","text":"已揽收"}]}}""".formatted(waybill, signedAt, pickedUpAt);
        };
    }

    private static String local(Instant at) {
        return TIME.format(at.atZone(SHANGHAI));
    }
}
