package org.shopscore.suite.replay;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/**
 * A data set: a folder, or the small invented one that comes with the suite, wherever that was packed.
 *
 * @param jar to be closed after reading; null for a folder
 */
public record Sample(Path path, FileSystem jar) implements AutoCloseable {

    public static Sample at(Path folder) {
        return new Sample(folder, null);
    }

    static Sample olist() throws IOException {
        return resource("/sample/olist");
    }

    public static Sample scms() throws IOException {
        return resource("/sample/scms/deliveries.csv");
    }

    static Sample chat() throws IOException {
        return resource("/sample/chat/replies.csv");
    }

    private static Sample resource(String name) throws IOException {
        try {
            URI uri = Sample.class.getResource(name).toURI();
            if (!uri.getScheme().equals("jar")) {
                return new Sample(Path.of(uri), null);
            }
            var jar = FileSystems.newFileSystem(uri, Map.of());
            return new Sample(jar.getPath(name), jar);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}
