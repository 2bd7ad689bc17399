package org.shopscore.logistics.care.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shopscore.metric.Notification;

/** Reads a text as a shop writes it. */
final class TemplateText {

    /** In characters, with its braces and brackets. */
    static final int LONGEST = 500;

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}\\[\\]]*)}|[{}\\[\\]]|[^{}\\[\\]]+");

    private final List<Template.Part> parts = new ArrayList<>();
    private List<Template.Part> inBrackets;

    /** @throws IllegalArgumentException that says what the text must be, to stand after "text " */
    static Template read(String text) {
        require(!text.isBlank(), "must say something");
        require(text.length() <= LONGEST, "must have at most " + LONGEST + " characters, had " + text.length());
        require(
                text.codePoints().noneMatch(Character::isISOControl),
                "must have no line breaks or other control characters");
        var reading = new TemplateText();
        TOKEN.matcher(text).results().forEach(token -> reading.take(token.group(), token.group(1)));
        return reading.end();
    }

    private void take(String token, String placeholder) {
        if (placeholder != null) {
            add(new Template.Value(known(placeholder)));
            return;
        }
        switch (token) {
            case "[" -> open();
            case "]" -> close();
            case "{", "}" -> throw new IllegalArgumentException("must have braces around placeholders alone");
            default -> add(new Template.Words(token));
        }
    }

    private void add(Template.Part part) {
        (inBrackets == null ? parts : inBrackets).add(part);
    }

    private Placeholder known(String label) {
        var placeholder = Placeholder.named(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must name known placeholders alone, which are " + all() + "; it names {" + label + "}"));
        require(
                placeholder.isAlwaysKnown() || inBrackets != null,
                "must have {" + label + "} inside brackets, because not every order has one");
        return placeholder;
    }

    private void open() {
        require(inBrackets == null, "must have no brackets inside brackets");
        inBrackets = new ArrayList<>();
    }

    private void close() {
        require(inBrackets != null, "must have no closing bracket without an opening one");
        var optionally = new Template.Optionally(inBrackets);
        require(
                optionally.placeholders().findAny().isPresent(),
                "must have a placeholder inside each pair of brackets");
        inBrackets = null;
        parts.add(optionally);
    }

    private Template end() {
        require(inBrackets == null, "must close its brackets");
        var template = new Template(parts);
        require(
                template.longest() <= Notification.LONGEST_TEXT,
                "must name fewer placeholders: with the longest values it would have " + template.longest()
                        + " characters, at most " + Notification.LONGEST_TEXT + " can be sent");
        return template;
    }

    private static String all() {
        return Arrays.stream(Placeholder.values())
                .map(one -> "{" + one.label() + "}")
                .collect(Collectors.joining(", "));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private TemplateText() {}
}
