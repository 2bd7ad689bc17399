package org.shopscore.logistics.care.template;

import java.util.Locale;

/** What buyers call a carrier: its code where nobody has registered a name. */
public record CarrierName(String zh, String en) {

    public static CarrierName ofCode(String code) {
        return new CarrierName(code, code);
    }

    String in(Locale reader) {
        return reader.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
    }
}
