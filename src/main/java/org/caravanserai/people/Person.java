package org.caravanserai.people;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** A person and her one profile for life. A person may exist without an account, as a speaker of an imported agenda does. */
@Entity
public class Person extends Aggregate {

    private String code = Ids.code();

    @Embedded
    private PersonName name;

    @Enumerated(EnumType.STRING)
    private Salutation salutation = Salutation.NONE;

    @Enumerated(EnumType.STRING)
    private Degree degree = Degree.NONE;

    @Enumerated(EnumType.STRING)
    private Rank academicRank = Rank.NONE;

    private @Nullable UUID institution;

    private String affiliation = "";

    private String orcid = "";

    private String country = "";

    private String zone = "UTC";

    @Enumerated(EnumType.STRING)
    private Language language = Language.EN;

    @Convert(converter = StringSetConverter.class)
    private Set<String> languages = new LinkedHashSet<>();

    @Convert(converter = StringSetConverter.class)
    private Set<String> interests = new LinkedHashSet<>();

    private LocalizedText biography = LocalizedText.EMPTY;

    /** No part of what the profile's version guards: a new picture and a new text never contradict each other. */
    @OptimisticLock(excluded = true)
    private @Nullable UUID picture;

    private String searchKey = "";

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    /** A person of whom only the name is known yet. */
    public Person(PersonName name) {
        this.name = requirePublished(name);
        this.searchKey = searchKey(name);
    }

    /** The identity. */
    public PersonId id() {
        return new PersonId(key());
    }

    /** The public six-character code, as in the address of the person's page. */
    public String code() {
        return code;
    }

    public PersonName name() {
        return name;
    }

    public Salutation salutation() {
        return salutation;
    }

    public Degree degree() {
        return degree;
    }

    public Rank rank() {
        return academicRank;
    }

    /** The institution's key in the directory; empty when the affiliation was typed. */
    public Optional<UUID> institution() {
        return Optional.ofNullable(institution);
    }

    /** The affiliation as it is printed: the institution's English name when picked, what was typed otherwise. */
    public String affiliation() {
        return affiliation;
    }

    /** The ORCID iD; empty if none. */
    public Optional<Orcid> orcid() {
        return orcid.isEmpty() ? Optional.empty() : Optional.of(new Orcid(orcid));
    }

    /** ISO 3166-1 alpha-2; empty if not told. */
    public String country() {
        return country;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** The language of the interface and of messages. */
    public Language language() {
        return language;
    }

    /** The languages that the person works in, as BCP 47 tags. */
    public Set<String> languages() {
        return Set.copyOf(languages);
    }

    /** The topics of interest, as topic keys such as {@code aral-sea}, which are alike over all meetings. */
    public Set<String> interests() {
        return Set.copyOf(interests);
    }

    public LocalizedText biography() {
        return biography;
    }

    /** The stored file of the picture; empty if there is none. */
    public Optional<UUID> picture() {
        return Optional.ofNullable(picture);
    }

    /** Changes the name in all its forms. */
    public void rename(PersonName changed) {
        name = requirePublished(changed);
        searchKey = searchKey(changed);
    }

    /** Changes how the person is addressed and printed beside the name. */
    public void describe(Salutation salutation, Degree degree, Rank rank, LocalizedText biography) {
        this.salutation = salutation;
        this.degree = degree;
        this.academicRank = rank;
        this.biography = biography;
    }

    /** Says where the person works. {@code institution} is null when the affiliation was typed. */
    public void affiliate(@Nullable UUID institution, String affiliation, String country) {
        this.institution = institution;
        this.affiliation = affiliation;
        this.country = country;
        publish(new AffiliationChanged(id()));
    }

    /** Says in which languages and in which zone the person reads and works. */
    public void locate(Language language, Set<String> languages, ZoneId zone) {
        this.language = language;
        this.languages = new LinkedHashSet<>(languages);
        this.zone = zone.getId();
    }

    /** Changes the topics of interest. */
    public void interestIn(Set<String> topicKeys) {
        interests = new LinkedHashSet<>(topicKeys);
    }

    /** Sets or removes (null) the ORCID iD. */
    public void identifyBy(@Nullable Orcid orcid) {
        this.orcid = orcid == null ? "" : orcid.value();
    }

    /** Sets or removes (null) the picture's stored file. */
    public void show(@Nullable UUID picture) {
        this.picture = picture;
    }

    private static String searchKey(PersonName name) {
        var key = Folding.fold(name.all());
        return Clean.cut(key, 1_000);
    }

    private static PersonName requirePublished(PersonName name) {
        if (name.published().isEmpty()) {
            throw Refusal.at("published", "people.name.required");
        }
        return name;
    }
}
