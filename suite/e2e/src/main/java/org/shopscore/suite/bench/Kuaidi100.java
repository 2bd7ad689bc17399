package org.shopscore.suite.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shopscore.suite.fact.Command;
import org.shopscore.suite.fact.Team;
import org.shopscore.suite.fact.Wire;

/** Pushes to an endpoint of its own as Kuaidi100 does: the whole history of a signed parcel, newest line first. */
final class Kuaidi100 {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String SALT = "salt of the bench";
    private static final int LINES = 9;

    private final Wire wire;
    private final String endpointId;

    private Kuaidi100(Wire wire, String endpointId) {
        this.wire = wire;
        this.endpointId = endpointId;
    }

    /** Sets the endpoint up. */
    static Kuaidi100 at(Wire wire, String endpointId) throws IOException, InterruptedException {
        var setUp = new Command(
                Team.LOGISTICS, "/v1/webhook-endpoints/kuaidi100/" + endpointId, "{\"secrets\":[\"" + SALT + "\"]}");
        var reply = wire.put(setUp);
        if (!reply.isGood()) {
            throw new IOException("the endpoint was not set up: " + reply.body());
        }
        return new Kuaidi100(wire, endpointId);
    }

    /** Whether it was told that the push is kept. */
    boolean push(String waybill) throws IOException, InterruptedException {
        var param = param(waybill, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        var body = "sign=" + sign(param) + "&param=" + URLEncoder.encode(param, UTF_8);
        return wire.post(
                        wire.suite().logistics().http(),
                        "/webhooks/kuaidi100/" + endpointId,
                        "application/x-www-form-urlencoded",
                        body)
                .isGood();
    }

    /** Picked up two days before it was signed for, which was just now. */
    private static String param(String waybill, Instant signedAt) {
        var lines = IntStream.range(0, LINES)
                .mapToObj(line -> line(line, signedAt.minus(6L * line, ChronoUnit.HOURS)))
                .collect(Collectors.joining(","));
        return "{\"status\":\"shutdown\",\"message\":\"\",\"lastResult\":{\"message\":\"ok\",\"state\":\"3\",\"status\":\"200\",\"ischeck\":\"1\",\"com\":\"yuantong\",\"nu\":\"%s\",\"data\":[%s]}}"
                .formatted(waybill, lines);
    }

    private static String line(int line, Instant at) {
        var status = line == 0 ? "签收" : line == LINES - 1 ? "揽收" : "在途";
        var time = TIME.format(at.atZone(ZONE));
        return "{\"time\":\"%s\",\"ftime\":\"%s\",\"context\":\"%s\",\"status\":\"%s\",\"areaCode\":\"CN370112000000\"}"
                .formatted(time, time, text(line), status);
    }

    /** Four of nine lines name somebody, as in parcels that have been recorded. */
    private static String text(int line) {
        return switch (line) {
            case 0 -> "客户签收人: 某某 已签收 感谢使用，期待再次为您服务 如有疑问请联系：10000000003";
            case 1 -> "快件已由济南历城区西门店代收，请及时取件，如有疑问请联系10000000003";
            case 2 -> "【山东省济南市孙村公司】 派件中 派件人: 某某 电话 10000000001 如有疑问，请联系：10000000002";
            case LINES - 1 -> "【河北省唐山市曹妃甸综合保税区公司】 已揽收 取件人: 某某 (10000000005)";
            default -> "【第%d转运中心】 已发出 下一站 【济南转运中心公司】".formatted(LINES - line);
        };
    }

    private static String sign(String param) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest((param + SALT).getBytes(UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
