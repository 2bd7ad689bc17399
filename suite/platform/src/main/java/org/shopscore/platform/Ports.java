package org.shopscore.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback ports of the three stores. */
public record Ports(int postgres, int redis, int kafka, int kafkaController) {

    /** Below the range that the kernel hands to outgoing connections, so that a stopped store finds its port free again. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    /** Ports that are free now. */
    public static Ports free() {
        List<Integer> free = free(4);
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3));
    }

    public static List<Integer> free(int count) {
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < count) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                found.add(port);
            }
        }
        return List.copyOf(found);
    }

    /** 15432, 16379, 19092 and 19093 unless {@code SHOPSCORE_POSTGRES_PORT} and its like say otherwise. */
    public static Ports of(Map<String, String> environment) {
        return new Ports(
                PortSetting.POSTGRES.in(environment),
                PortSetting.REDIS.in(environment),
                PortSetting.KAFKA.in(environment),
                PortSetting.KAFKA_CONTROLLER.in(environment));
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Each with its name. */
    public Map<PortSetting, Integer> named() {
        Map<PortSetting, Integer> named = new LinkedHashMap<>();
        named.put(PortSetting.POSTGRES, postgres);
        named.put(PortSetting.REDIS, redis);
        named.put(PortSetting.KAFKA, kafka);
        named.put(PortSetting.KAFKA_CONTROLLER, kafkaController);
        return named;
    }

    void requireFree() {
        named().forEach(PortSetting::requireFree);
    }
}
