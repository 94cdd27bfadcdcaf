package org.caravanserai.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.testing.Fixture;

/** The calendar files of mails, as they arrive at a mail server. */
@Fixture
public class DeliveredCalendars {

    private final DeliveredMail delivered;

    DeliveredCalendars(DeliveredMail delivered) {
        this.delivered = delivered;
    }

    /** The files attached to all that was queued for an address, in the order in which it was queued. */
    public List<byte[]> sentTo(EmailAddress to) throws MessagingException, IOException {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            delivered.send(to, server.getSmtp().getPort());
            var files = new ArrayList<byte[]>();
            for (var mail : server.getReceivedMessages()) {
                collect(mail, files);
            }
            return files;
        } finally {
            server.stop();
        }
    }

    private static void collect(Part part, List<byte[]> files) throws MessagingException, IOException {
        var file = part.getFileName();
        if (file != null && file.endsWith(".ics")) {
            files.add(part.getInputStream().readAllBytes());
        } else if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                collect(several.getBodyPart(i), files);
            }
        }
    }
}
