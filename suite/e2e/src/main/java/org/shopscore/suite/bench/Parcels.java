package org.shopscore.suite.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Invented orders of one run, their parcels and what carriers tell of them, as lines of files; many lanes, Chinese texts. */
final class Parcels {

    static final String ORDERS =
            "shopId,orderId,paidAt,pickupDueAt,deliveryPromisedAt,from,to,carrier,pickedUpAt,signedAt";
    static final String SHIPMENTS = "shopId,shipmentId,carrier,waybill,orderIds,from,to";
    static final String SCANS = "carrier,waybill,at,status,code,text,region";
    static final int SCANS_EACH = 5;

    private static final int SHOPS = 200;

    private static final List<String> FROM = List.of("CN-330106", "CN-440305", "CN-310115", "CN-370112");
    private static final List<String> TO = List.of(
            "CN-110105",
            "CN-120101",
            "CN-130102",
            "CN-210102",
            "CN-320102",
            "CN-340102",
            "CN-350102",
            "CN-410102",
            "CN-420102",
            "CN-430102",
            "CN-510104",
            "CN-610102");
    private static final List<String> CARRIERS = List.of("yto", "zto", "sf");
    private static final List<String> STATUSES =
            List.of("PICKED_UP", "IN_TRANSIT", "ARRIVED_LOCAL", "OUT_FOR_DELIVERY", "DELIVERED");
    private static final List<String> TEXTS = List.of(
            "【杭州转运中心】 快件已揽收，下一站 “嘉兴”",
            "【嘉兴转运中心】 已发出,下一站 “济南转运中心”",
            "【济南市】快件已到达 历城网点",
            "快递员 张三 13800138000 正在派件，请保持电话畅通",
            "已签收，签收人: 门卫，感谢使用");
    private static final Duration A_LEG = Duration.ofHours(9);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** The one whose orders have been signed for. */
    String signedShop() {
        return "bench-" + run + "-signed";
    }

    /** One of those whose orders are under way, moved by their parcels. */
    String movingShop(long n) {
        return "bench-" + run + "-" + n % SHOPS;
    }

    String orderId(long n) {
        return "o-" + n;
    }

    /** Paid within ten days, picked up and signed for, one in eight late. */
    String signedOrder(long n) {
        var paidAt = now.minus(20, ChronoUnit.DAYS).plusSeconds(n % 864_000);
        var signedAt = paidAt.plus(n % 8 == 0 ? 120 : 60, ChronoUnit.HOURS);
        return order(signedShop(), n, paidAt) + "," + paidAt.plus(20, ChronoUnit.HOURS) + "," + signedAt;
    }

    /** Paid three days ago, with nothing told of it and nothing due. */
    String movingOrder(long n) {
        return order(movingShop(n), n, paid(n)) + ",,";
    }

    String shipment(long n) {
        return String.join(",", movingShop(n), "p-" + n, carrier(n), waybill(n), orderId(n), from(n), to(n));
    }

    /** Nine hours apart; of every second parcel the last one is still to come. */
    Stream<String> scans(long n) {
        int told = n % 2 == 0 ? SCANS_EACH : SCANS_EACH - 1;
        return LongStream.range(0, told).mapToObj(leg -> scan(n, (int) leg));
    }

    private String scan(long n, int leg) {
        return String.join(
                ",",
                carrier(n),
                waybill(n),
                paid(n).plus(A_LEG.multipliedBy(leg + 1L)).toString(),
                STATUSES.get(leg),
                "C" + leg,
                "\"" + TEXTS.get(leg) + "\"",
                leg < 2 ? from(n) : to(n));
    }

    private String order(String shop, long n, Instant paidAt) {
        return String.join(
                ",",
                shop,
                orderId(n),
                paidAt.toString(),
                paidAt.plus(96, ChronoUnit.HOURS).toString(),
                paidAt.plus(n % 8 == 0 ? 100 : 150, ChronoUnit.HOURS).toString(),
                from(n),
                to(n),
                carrier(n));
    }

    private Instant paid(long n) {
        return now.minus(3, ChronoUnit.DAYS).plusSeconds(n % 80_000);
    }

    private String waybill(long n) {
        return "B" + run + n;
    }

    private static String carrier(long n) {
        return CARRIERS.get((int) (n % CARRIERS.size()));
    }

    private static String from(long n) {
        return FROM.get((int) (n % FROM.size()));
    }

    private static String to(long n) {
        return TO.get((int) (n / FROM.size() % TO.size()));
    }

    static Stream<String> lines(long number, LongFunction<String> line) {
        return LongStream.range(0, number).mapToObj(line);
    }
}
