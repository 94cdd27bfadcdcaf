package org.caravanserai.partnering.introduction;

import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.Concealment;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers whose an introduction is, for {@code @PreAuthorize("@introductionAccess.…")}. Between two of whom one keeps the other
 * away there is none.
 */
@Component("introductionAccess")
public class IntroductionAccess {

    private final Introductions introductions;
    private final Access access;
    private final Concealment concealment;

    IntroductionAccess(Introductions introductions, Access access, Concealment concealment) {
        this.introductions = introductions;
        this.access = access;
        this.concealment = concealment;
    }

    /** Whether the acting person asked for it. */
    @Transactional(readOnly = true)
    public boolean asks(UUID introduction) {
        return is(introduction, Part.ASKER);
    }

    /** Whether the acting person was asked. */
    @Transactional(readOnly = true)
    public boolean isAsked(UUID introduction) {
        return is(introduction, Part.ASKED);
    }

    /** Whether it is agreed and the acting person one of the two, so that they may write to each other. */
    @Transactional(readOnly = true)
    public boolean open(UUID introduction) {
        return is(introduction, Part.EITHER);
    }

    private enum Part {
        ASKER,
        ASKED,
        EITHER
    }

    private boolean is(UUID key, Part part) {
        return Actor.isSystem()
                || introductions
                        .findById(key)
                        .flatMap(one -> access.me().filter(me -> isPart(one, me, part)))
                        .isPresent();
    }

    private boolean isPart(Introduction one, PersonId me, Part part) {
        var mine = switch (part) {
            case ASKER -> one.asker().equals(me);
            case ASKED -> one.asked().equals(me);
            case EITHER ->
                one.isAgreed() && (one.asker().equals(me) || one.asked().equals(me));
        };
        return mine && !concealment.isBetween(me, one.other(me));
    }
}
