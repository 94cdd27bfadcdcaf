package org.caravanserai.programme.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses within one meeting. A language or zone that the present address states goes on into every next one.
 *
 * @param slug the meeting's part of the address
 * @param stated the stated parameters, such as {@code lang=ja&tz=Asia/Tokyo}; may be empty
 */
public record Links(String slug, String stated) {

    static Links of(String slug, String tz, String lang) {
        var stated = (tz.isEmpty() ? "" : "tz=" + encode(tz))
                + (tz.isEmpty() || lang.isEmpty() ? "" : "&")
                + (lang.isEmpty() ? "" : "lang=" + encode(lang));
        return new Links(slug, stated);
    }

    /** The meeting's own page. */
    public String meeting() {
        return with("/m/" + slug, "");
    }

    /** The programme with its first day or today. */
    public String programme() {
        return with("/m/" + slug + "/programme", "");
    }

    /** The programme with parameters such as {@code day=2027-06-08}. */
    public String programme(String query) {
        return with("/m/" + slug + "/programme", query);
    }

    /** The programme within another site's page, with parameters such as {@code topic=aral-sea}. */
    public String embedded(String query) {
        return with("/m/" + slug + "/embed", query);
    }

    /** What is new in the programme, for readers of feeds. */
    public String feed() {
        return with("/m/" + slug + "/feed.json", "");
    }

    /** A session. */
    public String session(String code) {
        return with("/m/" + slug + "/sessions/" + code, "");
    }

    /** A session as a calendar file. */
    public String sessionCalendar(String code) {
        return with("/m/" + slug + "/sessions/" + code + ".ics", "");
    }

    /** A file to be saved that belongs to a session. */
    public String file(String code, String key) {
        return "/m/" + slug + "/sessions/" + code + "/files/" + key;
    }

    /** The picture of a plan. */
    static String plan(String slug, String picture) {
        return "/m/" + slug + "/plans/" + picture;
    }

    /** A person. */
    public String person(String code) {
        return with("/m/" + slug + "/people/" + code, "");
    }

    /** A room. */
    public String room(String address) {
        return with("/m/" + slug + "/rooms/" + address, "");
    }

    /** All topics, countries, institutions or rooms: {@code parts} is their name in addresses. */
    public String all(String parts) {
        return with("/m/" + slug + "/" + parts, "");
    }

    /** A topic, by its key. */
    public String topic(String key) {
        return with("/m/" + slug + "/topics/" + encode(key), "");
    }

    /** An institution, by its address within the programme. */
    public String institution(String address) {
        return with("/m/" + slug + "/institutions/" + address, "");
    }

    /** A country, by its code. */
    public String country(String code) {
        return with("/m/" + slug + "/countries/" + encode(code), "");
    }

    /** What hangs on a room's door; {@code query} may choose a day. */
    public String door(String address, String query) {
        return with("/m/" + slug + "/rooms/" + address + "/door", query);
    }

    /** Badges to be printed; {@code query} may choose some of them. */
    public String badges(String query) {
        return with("/m/" + slug + "/badges", query);
    }

    /** The screen in a room. */
    public String screen(String address) {
        return with("/m/" + slug + "/rooms/" + address + "/screen", "");
    }

    /** What is on now and next. */
    public String now() {
        return with("/m/" + slug + "/now", "");
    }

    /** The reader's own programme. */
    public String mine() {
        return with("/m/" + slug + "/mine", "");
    }

    /** The reader's own programme, where she is asked whether to star a session. */
    public String mine(String code) {
        return with("/m/" + slug + "/mine", "star=" + code);
    }

    /** Where one says what one thought of a session. */
    public String feedback(String code, String query) {
        return with("/m/" + slug + "/sessions/" + code + "/feedback", query);
    }

    /** Where stars are kept. */
    public String stars() {
        return with("/m/" + slug + "/stars", "");
    }

    /** The whole programme as a calendar file. */
    public String calendar() {
        return with("/m/" + slug + "/programme.ics", "");
    }

    /** The programme and the book of abstracts on paper. */
    public String print() {
        return with("/m/" + slug + "/print", "");
    }

    /** Where one begins a proposal; it asks to sign in first. */
    public String propose() {
        return "/app/proposals/new/" + slug;
    }

    /** The list of releases. */
    public String releases() {
        return with("/m/" + slug + "/releases", "");
    }

    /** The programme for other tools; {@code ending} is {@code xml} or {@code json}. */
    public String schedule(String ending) {
        return "/m/" + slug + "/schedule." + ending;
    }

    /** A value as it stands in a query; zones keep their slash. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20");
    }

    private String with(String path, String query) {
        var both = query + (query.isEmpty() || stated.isEmpty() ? "" : "&") + stated;
        return both.isEmpty() ? path : path + "?" + both;
    }
}
