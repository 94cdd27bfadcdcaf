package org.caravanserai.demo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.caravanserai.programme.HandoutSharing;
import org.caravanserai.programme.HandoutShowing;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalState;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Slides that some speakers of the demonstration meeting give to readers. */
@Component
@Profile("demo")
class DemoHandouts {

    private static final int SPEAKERS = 8;

    private final HandoutSharing sharing;

    DemoHandouts(HandoutSharing sharing) {
        this.sharing = sharing;
    }

    void load(Cast cast) {
        var showings = HandoutShowing.values();
        var number = 0;
        for (var proposal : cast.proposals()) {
            if (proposal.state() == ProposalState.CONFIRMED && number < SPEAKERS) {
                var kept = sharing.add(proposal.id(), "Abstract " + proposal.code() + ".pdf", pdf(proposal));
                sharing.show(proposal.id(), kept.key(), showings[(number + 1) % showings.length]);
                number++;
            }
        }
    }

    /** The smallest document with a line on its only page. */
    private static byte[] pdf(Proposal proposal) {
        var line = "BT /F1 18 Tf 60 700 Td (Proposal " + proposal.code() + ") Tj ET";
        var objects = new String[] {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + line.length() + ">>\nstream\n" + line + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        };
        var document = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n ", document.length()))
                    .append("\n");
            document.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        var table = document.length();
        document.append("xref\n0 ")
                .append(objects.length + 1)
                .append('\n')
                .append(places)
                .append("trailer\n<</Size ")
                .append(objects.length + 1)
                .append("/Root 1 0 R>>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return document.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
