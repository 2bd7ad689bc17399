package org.shopscore.logistics.webhook.response.xml;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML that declares no types and so no entities; names are local ones. */
final class Xml {

    private static final DocumentBuilderFactory FACTORY = factory();

    private final Element element;

    private Xml(Element element) {
        this.element = element;
    }

    /** @throws Unreadable saying where it stops to be XML, or that its root is another one */
    static Xml read(Document document, String root) throws Unreadable {
        try {
            var element = builder().parse(document.open()).getDocumentElement();
            if (!root.equals(element.getLocalName())) {
                throw new Unreadable("the root must be " + root);
            }
            return new Xml(element);
        } catch (SAXParseException e) {
            throw new Unreadable("not XML at line %d, column %d".formatted(e.getLineNumber(), e.getColumnNumber()));
        } catch (SAXException | IOException e) {
            throw new Unreadable("not XML");
        }
    }

    /** All elements of that name, however deep. */
    List<Xml> all(String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .map(Xml::new)
                .toList();
    }

    /** The text of the first element of that name, on one line; empty when there is none. */
    String text(String name) {
        return all(name).stream().findFirst().map(Xml::text).orElse("");
    }

    /** The text of the first element of the last name in the first of the first name, and so on. */
    String text(String outer, String inner) {
        return all(outer).stream().findFirst().map(found -> found.text(inner)).orElse("");
    }

    String attribute(String name) {
        return element.getAttribute(name);
    }

    private String text() {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    private static DocumentBuilder builder() {
        try {
            var builder = FACTORY.newDocumentBuilder();
            builder.setErrorHandler(QUIET);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parser's own would print parts of the document. */
    private static final ErrorHandler QUIET = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };
}
