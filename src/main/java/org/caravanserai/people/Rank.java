package org.caravanserai.people;

/** A person's academic rank or post. */
public enum Rank {
    NONE,
    DOCTORAL_STUDENT,
    POSTDOC,
    ENGINEER,
    LECTURER,
    RESEARCHER,
    SENIOR_RESEARCHER,
    ASSOCIATE_PROFESSOR,
    PROFESSOR,
    OFFICIAL
}
