package org.shopscore.aggregator.language;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of one language. */
public final class Language {

    public static final Language ZH = new Language(Locale.SIMPLIFIED_CHINESE);
    public static final Language EN = new Language(Locale.ENGLISH);
    public static final List<Language> ALL = List.of(ZH, EN);

    private final Locale locale;
    private final ResourceBundle words;

    private Language(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle("explanation.sentences", locale);
    }

    /** @param values as text, or whole numbers: figures are never rounded or grouped again here */
    public String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }

    /** So many of a kind, in the words that go with the number. */
    public String counted(String kind, long count) {
        return say("counted." + kind, count);
    }

    /** What people call it; a policy may have metrics and levels that nobody has named yet. */
    public String name(String kind, String id) {
        String key = kind + "." + id;
        return words.containsKey(key) ? words.getString(key) : id;
    }

    /** ISO 639-1. */
    public String code() {
        return locale.getLanguage();
    }
}
