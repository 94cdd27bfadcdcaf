package org.caravanserai.mail;

import java.util.List;
import org.caravanserai.people.Everyone;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every message kept in the demonstration, open to whoever sits at this machine, so that someone who has just registered
 * can follow the link in the message she got. It exists in the demonstration alone, which listens to this machine alone.
 */
@Service
@Profile("demo")
@Everyone
public class DemoMailbox {

    private static final int SHOWN = 50;

    private final MailQueries queries;

    DemoMailbox(MailQueries queries) {
        this.queries = queries;
    }

    /** The newest messages with their texts and links. */
    @Transactional(readOnly = true)
    public List<MailText> newest() {
        return queries.newestKept(SHOWN);
    }
}
