package org.caravanserai.proposal;

import java.util.List;
import org.caravanserai.platform.KeptRecords;
import org.caravanserai.platform.KeptTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The call and the proposals for archives. Drafts are their authors' alone, links and invitations hold secrets, and what
 * is concealed from whoever asks is not there for her.
 */
@Component
@Order(200)
public class ProposalRecords implements KeptRecords {

    /** The condition, for a table with a column {@code proposal}, that its row is about a proposal that may be told of. */
    public static final String TOLD = "proposal in (select told.id from proposal told where told.meeting = :meeting"
            + " and told.state <> 'DRAFT' and told.id not in (:hidden))";

    private static final String OF_THE_CALL =
            "call in (select c.id from call_for_proposals c where c.meeting = :meeting)";

    ProposalRecords() {}

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.taken("call_for_proposals", "id meeting opens_at closes_at call_text", "meeting = :meeting"),
                KeptTable.taken("call_type", "id call session_type min_minutes max_minutes", OF_THE_CALL),
                KeptTable.taken(
                        "question",
                        "id call question_position kind label help options required types removed identifying",
                        OF_THE_CALL),
                KeptTable.taken(
                        "proposal",
                        "id meeting code proposer session_type title abstract_text topics minutes talk_language"
                                + " slide_language expected_audience for_session state created_at submitted_at"
                                + " changed_at search_key answers unsuitable withdrawn_from revise_until",
                        "meeting = :meeting and state <> 'DRAFT' and id not in (:hidden)"),
                KeptTable.taken(
                        "contributor",
                        "id proposal contributor_position role person invited_name invited_email answer",
                        TOLD),
                KeptTable.taken("revision", "id proposal revision_number at author snapshot", TOLD),
                KeptTable.taken(
                                "proposal_file",
                                "id proposal question stored file_name media_type bytes uploaded_at uploaded_by"
                                        + " for_reviewers",
                                TOLD)
                        .with(new KeptTable.KeptFile("stored", "file_name", false)),
                KeptTable.taken(
                                "handout",
                                "id proposal stored file_name media_type bytes kind showing taken_down uploaded_at"
                                        + " uploaded_by",
                                TOLD)
                        .with(new KeptTable.KeptFile("stored", "file_name", false)),
                KeptTable.taken(
                        "redaction", "id proposal texts made_from title abstract_text search_key written_at", TOLD));
    }
}
