package org.shopscore.platform;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A mode such as 0755 as the set that {@code Files} wants. */
final class Posix {

    private static final String LETTERS = "rwxrwxrwx";

    private Posix() {}

    static Set<PosixFilePermission> permissions(int mode) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 9; bit++) {
            text.append((mode & (0400 >> bit)) == 0 ? '-' : LETTERS.charAt(bit));
        }
        return PosixFilePermissions.fromString(text.toString());
    }
}
