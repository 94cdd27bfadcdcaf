package org.caravanserai.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A person on a proposal, in order, with a role. One who was invited by mail is known by name and address alone until she
 * answers.
 */
@Entity
public class Contributor extends Aggregate implements ProposalPart {

    /** What the person said to being named. */
    public enum Answer {
        INVITED,
        CONFIRMED,
        DECLINED
    }

    private UUID proposal;

    @Column(name = "contributor_position")
    private int position;

    @Enumerated(EnumType.STRING)
    private ContributorRole role;

    private @Nullable UUID person;

    private String invitedName;

    private String invitedEmail;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    @SuppressWarnings("NullAway.Init")
    protected Contributor() {}

    private Contributor(UUID proposal, int position, ContributorRole role, Answer answer) {
        this.proposal = proposal;
        this.position = position;
        this.role = role;
        this.answer = answer;
        this.invitedName = "";
        this.invitedEmail = "";
    }

    /** The one who proposes: she has confirmed by proposing. */
    public static Contributor proposer(ProposalId proposal, PersonId person, ContributorRole role) {
        var contributor = new Contributor(proposal.value(), 0, role, Answer.CONFIRMED);
        contributor.person = person.value();
        contributor.publish(new ContributorsChanged(proposal, Optional.empty()));
        return contributor;
    }

    /** Someone who has a profile and is asked to confirm. */
    public static Contributor known(ProposalId proposal, int position, PersonId person, ContributorRole role) {
        var contributor = new Contributor(proposal.value(), position, role, Answer.INVITED);
        contributor.person = person.value();
        contributor.publish(new ContributorsChanged(proposal, Optional.empty()));
        return contributor;
    }

    /** Someone who is invited by mail. */
    public static Contributor invited(
            ProposalId proposal, int position, String name, EmailAddress email, ContributorRole role) {
        var contributor = new Contributor(proposal.value(), position, role, Answer.INVITED);
        contributor.invitedName = name;
        contributor.invitedEmail = email.value();
        return contributor;
    }

    /** Someone whom an import names, known as a person; {@code email} is hers where no account has it, else empty. */
    static Contributor imported(
            ProposalId proposal, int position, PersonId person, String email, ContributorRole role, Answer answer) {
        var contributor = known(proposal, position, person, role);
        contributor.invitedEmail = email;
        contributor.answer = answer;
        return contributor;
    }

    /** Someone who was taken off and is put back as she was. */
    static Contributor again(
            ProposalId proposal,
            int position,
            ContributorRole role,
            @Nullable UUID person,
            String name,
            String email,
            Answer answer) {
        var contributor = new Contributor(proposal.value(), position, role, answer);
        contributor.person = person;
        contributor.invitedName = name;
        contributor.invitedEmail = email;
        contributor.publish(new ContributorsChanged(proposal, Optional.empty()));
        return contributor;
    }

    @Override
    public ProposalId proposal() {
        return new ProposalId(proposal);
    }

    public int position() {
        return position;
    }

    public ContributorRole role() {
        return role;
    }

    /** The person; empty while one invited by mail has not answered. */
    public Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    /** The name that the proposer typed for someone invited by mail; else empty. */
    public String invitedName() {
        return invitedName;
    }

    /** The address of someone invited by mail; else empty. */
    public String invitedEmail() {
        return invitedEmail;
    }

    public Answer answer() {
        return answer;
    }

    /** Changes place and role. */
    public void arrange(int position, ContributorRole role) {
        if (this.position == position && this.role == role) {
            return;
        }
        this.position = position;
        this.role = role;
        publish(new ContributorsChanged(proposal(), Optional.empty()));
    }

    /** The person agrees to be named. */
    public void confirm(PersonId who) {
        if (person != null && !person.equals(who.value())) {
            throw Refusal.of("proposal.contributor.other");
        }
        person = who.value();
        answer = Answer.CONFIRMED;
        publish(new ContributorsChanged(proposal(), Optional.empty()));
    }

    /** The person does not want to be named. */
    public void decline() {
        answer = Answer.DECLINED;
        publish(new ContributorsChanged(proposal(), person()));
    }

    /** She is to be taken off the proposal; whoever calls this deletes her next. */
    void leave() {
        publish(new ContributorsChanged(proposal(), person()));
    }
}
