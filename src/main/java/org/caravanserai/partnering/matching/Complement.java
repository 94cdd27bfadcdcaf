package org.caravanserai.partnering.matching;

/** What two cards are to each other by what they ask for and give. */
final class Complement {

    private static final int EXACT = Aspect.COMPLEMENT.most();
    private static final int ALIKE = 15;
    private static final int NEAR = 10;

    private Complement() {}

    /** The points for it; 0 if neither could help the other. */
    static int points(CardKind kind, Sought sought, CardKind otherKind, Sought other) {
        if (kind == otherKind) {
            return sameKind(kind, sought, other);
        }
        if (sought == other) {
            return EXACT;
        }
        // Who has a field site can give data from it, and who needs data may go and take them.
        return isPair(sought, other, Sought.DATA, Sought.SITE) ? NEAR : 0;
    }

    private static int sameKind(CardKind kind, Sought sought, Sought other) {
        // A supervisor without a student and a student without a supervisor look for each other.
        if (isPair(sought, other, Sought.STUDENT, Sought.SUPERVISION)) {
            return EXACT;
        }
        // Two who look for partners have found them; two who need money may apply for it together.
        var together = sought == Sought.PARTNER || sought == Sought.FUNDING && kind == CardKind.NEED;
        return together && sought == other ? ALIKE : 0;
    }

    private static boolean isPair(Sought one, Sought other, Sought first, Sought second) {
        return one == first && other == second || one == second && other == first;
    }
}
