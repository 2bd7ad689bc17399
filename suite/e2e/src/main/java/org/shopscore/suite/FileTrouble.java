package org.shopscore.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong with a file or folder, as one line for the person who can put it right. */
final class FileTrouble {

    private FileTrouble() {}

    static String line(UncheckedIOException trouble) {
        IOException cause = trouble.getCause();
        String what = trouble.getMessage();
        return cause.toString().equals(what) ? reason(cause) : what + ": " + reason(cause);
    }

    private static String reason(IOException trouble) {
        return switch (trouble) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileAlreadyExistsException other -> other.getFile() + ": is not a folder";
            case NotDirectoryException other -> other.getFile() + ": is not a folder";
            case NoSuchFileException missing -> missing.getFile() + ": no such file or folder";
            case FileSystemException other -> other.getFile() + ": " + other.getReason();
            default -> trouble.getMessage();
        };
    }
}
