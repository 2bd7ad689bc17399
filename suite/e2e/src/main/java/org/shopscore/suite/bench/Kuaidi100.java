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
        return "{\"time\":\"%s\",\"ftime\":\"%s\",\"context\":\"【济南转运中心】 第%d站 取件人: 某某 (10000000001) 如有疑问请联系：10000000002\",\"status\":\"%s\",\"areaCode\":\"CN370112000000\"}"
                .formatted(time, time, LINES - line, status);
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
