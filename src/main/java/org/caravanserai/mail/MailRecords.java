package org.caravanserai.mail;

import java.util.List;
import org.caravanserai.platform.KeptRecords;
import org.caravanserai.platform.KeptTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * To whom which message of a meeting went, for archives: not what it said, since what is written to one person is hers,
 * and nothing about what is concealed from whoever asks.
 */
@Component
@Order(600)
class MailRecords implements KeptRecords {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.read(
                        "outbox_message",
                        "id person recipient subject language_tag kind state attempts created_at due_at sent_at"
                                + " last_error",
                        "meeting = :meeting and id not in (select m.message from outbox_matter m"
                                + " where m.matter in (:hidden))"),
                KeptTable.read(
                        "group_message",
                        "id author recipient_groups subject body state recipients queued_at",
                        "meeting = :meeting"));
    }
}
