package org.caravanserai.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.caravanserai.programme.PrintableMeeting;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The PDFs against ISO 14289-1 (PDF/UA-1), as far as a machine can tell. */
class PdfUaTest {

    @BeforeAll
    static void aValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @CsvSource({"PROGRAMME, EN", "PROGRAMME, JA", "PROGRAMME, KK", "ABSTRACTS, EN", "ABSTRACTS, JA", "ABSTRACTS, TG"})
    void aPrintedProgrammeCanBeReadByWhoeverDoesNotSeeIt(PrintedKind kind, Language language) throws Exception {
        assertThat(faults(print(kind, language))).isEmpty();
    }

    @Test
    void whatIsNotTaggedIsFound() throws Exception {
        assertThat(faults(untagged(print(PrintedKind.PROGRAMME, Language.EN)))).isNotEmpty();
    }

    private static byte[] print(PrintedKind kind, Language language) {
        return Printing.print(PrintableMeeting.of(9), kind, language, List.of(Language.EN, language))
                .bytes();
    }

    private static List<String> faults(byte[] pdf) throws IOException, VeraPDFException {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(fault -> fault.getRuleId().getClause() + ": " + fault.getMessage() + " at "
                            + fault.getLocation().getContext())
                    .distinct()
                    .toList();
        }
    }

    private static byte[] untagged(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                var out = new java.io.ByteArrayOutputStream()) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
            document.save(out);
            return out.toByteArray();
        }
    }
}
