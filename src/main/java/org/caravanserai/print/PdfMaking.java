package org.caravanserai.print;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.caravanserai.text.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes a PDF of XHTML: tagged for those who cannot see it (PDF/UA), with bookmarks, in the {@linkplain FontAssembly one
 * font} of its signs. Nothing outside the markup is ever loaded.
 */
@Component
class PdfMaking {

    private static final Logger LOG = LoggerFactory.getLogger(PdfMaking.class);
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
    // What style sheets write by themselves: page numbers and dots.
    private static final String ALWAYS = " 0123456789./–•…";
    // How far the work has come when the font is made, when all is laid out, and when all pages are drawn.
    private static final double FONT = 0.05;
    private static final double LAYOUT = 0.75;
    private static final double PAGES = 0.98;

    private final PrintFonts fonts;
    private final String style;

    PdfMaking(PrintFonts fonts) {
        this.fonts = fonts;
        XRLog.setLoggerImpl(new PrintLog());
        try {
            this.style = sheet("print.css");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of our style sheets: what all documents share, or what one kind of them adds, to which its head has a link. */
    private static String sheet(String name) throws IOException {
        return new ClassPathResource("print/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    /** Makes a document; {@code language} decides where lines may break. */
    PrintedFile make(byte[] markup, ULocale language, Progress progress) {
        try {
            progress.at(0);
            var document = parse(markup);
            var font = assemble(document);
            progress.at(FONT);
            return render(document, font, language, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document parse(byte[] markup) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(legal(new String(markup, StandardCharsets.UTF_8)))));
            var head = (Element) document.getElementsByTagName("head").item(0);
            var sheet = document.createElement("style");
            sheet.appendChild(document.createTextNode(style + own(head)));
            head.appendChild(sheet);
            describeLinks(document.getElementsByTagName("a"));
            return document;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** What a kind of documents adds to the style of all; nothing looks for it where its link stood. */
    private static String own(Element head) throws IOException {
        if (head.getElementsByTagName("link").item(0) instanceof Element link) {
            head.removeChild(link);
            return sheet(link.getAttribute("href"));
        }
        return "";
    }

    /** A link that says nothing of itself is read out by its words. */
    private static void describeLinks(NodeList links) {
        for (int i = 0; i < links.getLength(); i++) {
            if (links.item(i) instanceof Element link
                    && link.getAttribute("title").isEmpty()) {
                link.setAttribute("title", link.getTextContent().strip());
            }
        }
    }

    /** Without the signs that must not stand in XML and those that show nothing. */
    private static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n'
                        || c == '\t'
                        || c >= ' ' && !Character.isISOControl(c) && Character.isDefined(c) && !isSurrogate(c))
                .filter(c -> Character.getType(c) != Character.FORMAT && !isVariation(c))
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isSurrogate(int sign) {
        return sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
    }

    private static boolean isVariation(int sign) {
        return sign >= 0xFE00 && sign <= 0xFE0F || sign >= 0xE0100 && sign <= 0xE01EF;
    }

    private FontAssembly.Assembled assemble(Document document) throws IOException {
        var signs = new TreeSet<Integer>();
        ALWAYS.codePoints().forEach(signs::add);
        texts(document.getDocumentElement(), text -> {
            text.setNodeValue(COMPOSED.normalize(text.getNodeValue()));
            text.getNodeValue()
                    .codePoints()
                    .filter(c -> !Character.isWhitespace(c))
                    .forEach(signs::add);
        });
        var font = FontAssembly.of(signs, fonts.installed());
        if (!font.missing().isEmpty()) {
            LOG.warn(
                    "No font has these signs, which are printed as frames: {}. To have them, {}.",
                    said(font.missing()),
                    PrintFonts.ADVICE);
            texts(
                    document.getDocumentElement(),
                    text -> text.setNodeValue(framed(text.getNodeValue(), font.missing())));
        }
        return font;
    }

    private static void texts(Node node, Consumer<Node> action) {
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                action.accept(child);
            } else if (!(child instanceof Element e && e.getTagName().equals("style"))) {
                texts(child, action);
            }
        }
    }

    private static String framed(String text, SortedSet<Integer> missing) {
        return text.codePoints()
                .map(c -> missing.contains(c) ? FontAssembly.FRAME : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String said(SortedSet<Integer> signs) {
        return signs.stream().limit(40).map(Character::toString).collect(Collectors.joining(" "));
    }

    private static PrintedFile render(
            Document document, FontAssembly.Assembled font, ULocale language, Progress progress) throws IOException {
        var length = new AtomicLong();
        texts(
                document.getDocumentElement(),
                text -> length.addAndGet(text.getNodeValue().length()));
        var builder = new PdfRendererBuilder()
                .withW3cDocument(document, "")
                .usePdfUaAccessibility(true)
                .withProducer("Caravanserai")
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useUnicodeLineBreaker(
                        new PrintedLines(language, length.get(), done -> progress.at(FONT + (LAYOUT - FONT) * done)))
                .useFont(
                        () -> new ByteArrayInputStream(font.regular()),
                        FontAssembly.FAMILY,
                        400,
                        FontStyle.NORMAL,
                        true)
                .useFont(() -> new ByteArrayInputStream(font.bold()), FontAssembly.FAMILY, 700, FontStyle.NORMAL, true);
        var pages = new int[2];
        builder.usePageSupplier((doc, width, height, number, shadow) -> {
            progress.at(LAYOUT + (PAGES - LAYOUT) * pages[0]++ / Math.max(pages[0], pages[1]));
            var page = new PDPage(new PDRectangle(width, height));
            doc.addPage(page);
            return page;
        });
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            pages[1] = renderer.getRootBox().getLayer().getPages().size();
            try (var made = renderer.createPDFKeepOpen()) {
                var bytes = new ByteArrayOutputStream();
                made.save(bytes);
                progress.at(1);
                return new PrintedFile(
                        bytes.toByteArray(), made.getNumberOfPages(), tag(bytes.toByteArray()), said(font.missing()));
            }
        }
    }

    private static String tag(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, 24);
    }
}
