package org.shopscore.logistics.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.bulk.line.CsvLines;
import org.shopscore.logistics.bulk.line.JsonLines;
import org.shopscore.logistics.bulk.line.Lines;
import org.shopscore.logistics.listing.CsvText;
import org.shopscore.problem.Refused;

/** Reads files as their content type says: CSV in the charset it names, UTF-8 if none, and NDJSON. */
@Singleton
class FileFormat {

    private final ObjectMapper json;

    FileFormat(ObjectMapper json) {
        this.json = json;
    }

    /** @throws Refused as {@link CsvLines#of}; 415 {@code unsupported-media-type} for an unknown charset */
    Lines lines(MediaType type, InputStream body, Columns columns) throws IOException {
        return MediaType.valueOf(CsvText.TYPE).isCompatible(type)
                ? CsvLines.of(body, charset(type), columns)
                : new JsonLines(body, json, columns);
    }

    private static Charset charset(MediaType type) {
        String name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException _) {
            throw new Refused(415, "unsupported-media-type", "no charset is called " + name);
        }
    }
}
