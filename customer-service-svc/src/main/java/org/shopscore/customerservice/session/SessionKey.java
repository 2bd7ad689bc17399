package org.shopscore.customerservice.session;

/** Which session of which shop; neither id holds a slash. */
record SessionKey(String shopId, String sessionId) {

    static SessionKey parse(String text) {
        int slash = text.indexOf('/');
        return new SessionKey(text.substring(0, slash), text.substring(slash + 1));
    }

    /** The fact as its events name it. */
    String ref() {
        return "session/" + sessionId;
    }

    /** As the tables keep it; the key order of a recount. */
    @Override
    public String toString() {
        return shopId + "/" + sessionId;
    }
}
