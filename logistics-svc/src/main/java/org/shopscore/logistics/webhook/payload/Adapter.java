package org.shopscore.logistics.webhook.payload;

/** Reads one form of document. It knows no clock, no store and no request: the same document always reads the same. */
public interface Adapter {

    /** Whose documents it reads, as the address names them, such as {@code kuaidi100}. */
    String provider();

    /** @throws Unreadable when the document as a whole makes no sense; a part that makes none is a refusal in the reading */
    Reading read(Document document) throws Unreadable;
}
