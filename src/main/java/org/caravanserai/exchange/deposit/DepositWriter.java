package org.caravanserai.exchange.deposit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.exchange.deposit.Deposit.Author;
import org.caravanserai.exchange.deposit.Deposit.Paper;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Markdown;
import org.caravanserai.text.PersonName;

/**
 * Writes a deposit as Crossref takes it: conference proceedings, schema 5.4.0, with abstracts in the elements of JATS. The
 * order and the bounds of elements are the schema's, which rejects all else.
 */
final class DepositWriter {

    static final String SCHEMA = "http://www.crossref.org/schema/5.4.0";
    static final String JATS = "http://www.ncbi.nlm.nih.gov/JATS1";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);
    private static final int LONGEST_NAME = 60;

    private final XMLStreamWriter xml;
    private final Deposit deposit;

    private DepositWriter(XMLStreamWriter xml, Deposit deposit) {
        this.xml = xml;
        this.deposit = deposit;
    }

    static byte[] write(Deposit deposit) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new DepositWriter(xml, deposit).batch();
            xml.close();
        } catch (XMLStreamException e) {
            // Nothing outside memory takes part, so this is a fault of ours.
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void batch() throws XMLStreamException {
        var details = deposit.details();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("doi_batch");
        xml.writeDefaultNamespace(SCHEMA);
        xml.writeNamespace("jats", JATS);
        xml.writeNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.writeAttribute("version", "5.4.0");
        xml.writeAttribute(
                "xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "schemaLocation",
                SCHEMA + " https://www.crossref.org/schemas/crossref5.4.0.xsd");
        xml.writeStartElement("head");
        element("doi_batch_id", deposit.batch());
        element("timestamp", STAMP.format(deposit.at()));
        xml.writeStartElement("depositor");
        element("depositor_name", details.depositor());
        element("email_address", details.email());
        xml.writeEndElement();
        element("registrant", details.publisher());
        xml.writeEndElement();
        xml.writeStartElement("body");
        xml.writeStartElement("conference");
        meeting();
        proceedings();
        for (var paper : deposit.papers()) {
            paper(paper);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void meeting() throws XMLStreamException {
        var meeting = deposit.meeting();
        xml.writeStartElement("event_metadata");
        element("conference_name", Clean.cut(meeting.name().text(Deposit.MAIN), 512));
        element("conference_acronym", Clean.cut(meeting.slug(), 127));
        var city = meeting.city().text(Deposit.MAIN);
        if (city.length() >= 2) {
            element("conference_location", Clean.cut(city, 255));
        }
        xml.writeStartElement("conference_date");
        day("start", meeting.firstDay());
        day("end", meeting.lastDay());
        xml.writeCharacters(meeting.firstDay() + "/" + meeting.lastDay());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void proceedings() throws XMLStreamException {
        var details = deposit.details();
        xml.writeStartElement("proceedings_metadata");
        xml.writeAttribute("language", Deposit.MAIN.tag());
        element("proceedings_title", details.proceedings());
        xml.writeStartElement("publisher");
        element("publisher_name", details.publisher());
        xml.writeEndElement();
        publicationDate();
        if (details.isbn().isEmpty()) {
            xml.writeEmptyElement("noisbn");
            xml.writeAttribute("reason", "monograph");
        } else {
            xml.writeStartElement("isbn");
            xml.writeAttribute("media_type", "electronic");
            xml.writeCharacters(details.isbn());
            xml.writeEndElement();
        }
        doi(deposit.doi(), deposit.address());
        xml.writeEndElement();
    }

    private void paper(Paper paper) throws XMLStreamException {
        xml.writeStartElement("conference_paper");
        xml.writeAttribute("publication_type", "abstract_only");
        var language = paper.language();
        if (language != null) {
            xml.writeAttribute("language", language.tag());
        }
        if (!paper.authors().isEmpty()) {
            xml.writeStartElement("contributors");
            var first = true;
            for (var author : paper.authors()) {
                author(author, first);
                first = false;
            }
            xml.writeEndElement();
        }
        titles(paper);
        for (var text : paper.text().texts().entrySet()) {
            abstractIn(text.getKey(), text.getValue());
        }
        publicationDate();
        doi(paper.doi(), paper.address());
        xml.writeEndElement();
    }

    /** The schema has room for two titles: that in the main language, and that in the language of the paper. */
    private void titles(Paper paper) throws XMLStreamException {
        var main = paper.title().in(Deposit.MAIN);
        xml.writeStartElement("titles");
        element("title", main.text());
        var language = paper.language();
        var original = language == null ? "" : paper.title().exactly(language);
        if (language != null && language != main.language() && !original.isEmpty()) {
            xml.writeStartElement("original_language_title");
            xml.writeAttribute("language", language.tag());
            xml.writeCharacters(original);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void abstractIn(Language language, String markdown) throws XMLStreamException {
        xml.writeStartElement("jats", "abstract", JATS);
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language.tag());
        for (var paragraph : Markdown.plain(markdown).split("\n\\s*\n")) {
            if (!paragraph.isBlank()) {
                xml.writeStartElement("jats", "p", JATS);
                xml.writeCharacters(paragraph.strip());
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private void author(Author author, boolean first) throws XMLStreamException {
        var person = author.person();
        var name = person.name();
        var family = name(name.family().isEmpty() ? whole(name) : name.family());
        xml.writeStartElement(family.isEmpty() ? "anonymous" : "person_name");
        xml.writeAttribute("sequence", first ? "first" : "additional");
        xml.writeAttribute("contributor_role", author.role());
        if (!family.isEmpty()) {
            name(name, family);
        }
        affiliation(author);
        if (!family.isEmpty()) {
            if (!person.orcid().isEmpty()) {
                element("ORCID", "https://orcid.org/" + person.orcid());
            }
            ownScript(person);
        }
        xml.writeEndElement();
    }

    private void name(PersonName name, String family) throws XMLStreamException {
        var given = name.family().isEmpty() ? "" : name(name.given());
        xml.writeAttribute(
                "name-style",
                given.isEmpty()
                        ? "given-only"
                        : name.nameOrder() == PersonName.Order.FAMILY_FIRST ? "eastern" : "western");
        if (!given.isEmpty()) {
            element("given_name", given);
        }
        element("surname", family);
    }

    private void affiliation(Author author) throws XMLStreamException {
        var words = author.person().affiliation();
        if (words.isEmpty()) {
            return;
        }
        xml.writeStartElement("affiliations");
        xml.writeStartElement("institution");
        element("institution_name", Clean.cut(words, 1024));
        var ror = author.institution();
        if (ror != null) {
            xml.writeStartElement("institution_id");
            xml.writeAttribute("type", "ror");
            xml.writeCharacters(ror.address());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void ownScript(PersonPart person) throws XMLStreamException {
        var words = person.name().nativeScript();
        if (words.isEmpty()) {
            return;
        }
        xml.writeStartElement("alt-name");
        element("string-name", words);
        xml.writeEndElement();
    }

    private void publicationDate() throws XMLStreamException {
        xml.writeStartElement("publication_date");
        xml.writeAttribute("media_type", "online");
        element("month", two(deposit.published().getMonthValue()));
        element("day", two(deposit.published().getDayOfMonth()));
        element("year", Integer.toString(deposit.published().getYear()));
        xml.writeEndElement();
    }

    private void day(String which, LocalDate day) throws XMLStreamException {
        xml.writeAttribute(which + "_day", two(day.getDayOfMonth()));
        xml.writeAttribute(which + "_month", two(day.getMonthValue()));
        xml.writeAttribute(which + "_year", Integer.toString(day.getYear()));
    }

    private void doi(String doi, String address) throws XMLStreamException {
        xml.writeStartElement("doi_data");
        element("doi", doi);
        element("resource", address);
        xml.writeEndElement();
    }

    private void element(String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private static String whole(PersonName name) {
        return name.given().isEmpty() ? name.published() : name.given();
    }

    /** A part of a name as the schema lets it be: neither digits nor question marks. */
    private static String name(String part) {
        return Clean.cut(Clean.line(part.replaceAll("[\\d?]", "")), LONGEST_NAME);
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
