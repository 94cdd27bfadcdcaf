package org.caravanserai.agenda.optimiser;

/**
 * The best agenda of a search.
 *
 * @param agenda the agenda
 * @param cost what it costs, by rule
 * @param bound no agenda of the same problem costs less
 */
public record AgendaResult(Agenda agenda, AgendaCost cost, long bound) {

    /** How far from the best possible it can be, as a part of its own cost; 0 when nothing can be better. */
    public double gap() {
        return cost.total() == bound ? 0 : (double) (cost.total() - bound) / cost.total();
    }
}
