package org.caravanserai.review;

/** What the committee's list can be sorted by. */
public enum ProposalOrder {
    SUBMITTED("p.submitted_at"),
    CODE("p.code"),
    /** The stored texts begin with the English one, by which they are compared. */
    TITLE("lower(p.title)"),
    PERSON("pr.published"),
    COUNTRY("pr.country"),
    STATE("p.state"),
    MINUTES("p.minutes");

    private final String column;

    ProposalOrder(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
