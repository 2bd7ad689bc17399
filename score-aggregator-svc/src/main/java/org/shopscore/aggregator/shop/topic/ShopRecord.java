package org.shopscore.aggregator.shop.topic;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shopscore.aggregator.shop.Registration;
import org.shopscore.metric.Headers;

/** Reads a record of the topic shops by the very rules of {@code PUT /v1/shops/{shopId}}. */
@ApplicationScoped
class ShopRecord {

    static final String TYPE = "org.shopscore.shop.v1";

    private static final Pattern SHOP_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final ObjectMapper json;
    private final Validator validator;

    ShopRecord(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws Unusable when it cannot be registered, and why */
    ToldShop read(ConsumerRecord<byte[], byte[]> record) {
        require(header(record, Headers.TYPE).equals(TYPE), Headers.TYPE + " must be " + TYPE);
        String shopId = record.key() == null ? "" : text(record.key());
        require(SHOP_ID.matcher(shopId).matches(), "the key must be a shop id");
        require(header(record, Headers.SUBJECT).equals(shopId), Headers.SUBJECT + " must be the key");
        String version = header(record, Headers.SEQUENCE);
        require(VERSION.matcher(version).matches(), Headers.SEQUENCE + " must be the version of the shop, from 1 on");
        return new ToldShop(shopId, Long.parseLong(version), registration(record.value()));
    }

    private Registration registration(byte[] value) {
        if (value == null) {
            return Registration.nothing();
        }
        try {
            var registration = json.readValue(value, Registration.class);
            if (registration == null) {
                throw new Unusable("malformed-json", "the value is the JSON null; nothing at all is the tombstone");
            }
            var violations = validator.validate(registration);
            if (!violations.isEmpty()) {
                throw Unusable.of(violations);
            }
            return registration;
        } catch (JacksonException unreadable) {
            throw Unusable.of(unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        require(header != null && header.value() != null, name + " must be given");
        return text(header.value());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new Unusable(Unusable.BAD_HEADER, rule);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
