package org.caravanserai.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.caravanserai.api.ApiClient;
import org.caravanserai.api.ApiClient.Answer;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.Scope;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Ids;
import org.caravanserai.programme.Favourites;
import org.caravanserai.programme.PublishedMeetings;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@IntegrationTest
class FavouritesEndpointsTest {

    @Autowired
    ApiClient client;

    @Autowired
    ApiScene scene;

    @Autowired
    PublishedMeetings published;

    @Autowired
    Favourites favourites;

    private PersonId me = new PersonId(Ids.next());
    private MeetingId meeting = new MeetingId(Ids.next());
    private String token = "";
    private String at = "";

    @BeforeEach
    void aProgrammeIsPublished() {
        var slug = "f-" + Ids.code().toLowerCase(Locale.ROOT);
        meeting = published.publish(PublishedMeetings.tokyo(slug));
        me = scene.someone("READER", scene.meeting());
        token = client.token(me, Scope.FAVOURITES_READ, Scope.FAVOURITES_WRITE);
        at = "/meetings/" + slug + "/favourites";
    }

    @Test
    void aStarSetByAProgramIsAStarLikeAnyOther() {
        assertThat(send(HttpMethod.PUT, "WATER2").status()).isEqualTo(204);
        assertThat(send(HttpMethod.PUT, "WATER2").status()).isEqualTo(204);

        assertThat(Acting.as(me, () -> favourites.mine(meeting))).containsExactly("WATER2");
        assertThat(client.get(at, token).json().path("sessions").path(0).asString())
                .isEqualTo("WATER2");
        assertThat(send(HttpMethod.DELETE, "WATER2").status()).isEqualTo(204);
        assertThat(Acting.as(me, () -> favourites.mine(meeting))).isEmpty();
    }

    @Test
    void whatIsNotInTheProgrammeCannotBeStarred() {
        assertThat(send(HttpMethod.PUT, "NOPE22").status()).isEqualTo(404);
    }

    @Test
    void anothersStarsAreNotSeen() {
        send(HttpMethod.PUT, "WATER2");
        var other = client.token(scene.someone("OTHER", scene.meeting()), Scope.FAVOURITES_READ);

        assertThat(client.get(at, other).json().path("sessions").size()).isZero();
        assertThat(client.get(at, token).header("Vary")).contains("Authorization");
    }

    private Answer send(HttpMethod method, String code) {
        return client.send(ApiClient.request(method, at + "/" + code).header("Authorization", "Bearer " + token));
    }
}
