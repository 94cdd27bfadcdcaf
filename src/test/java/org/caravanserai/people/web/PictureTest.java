package org.caravanserai.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.caravanserai.people.OwnPicture;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class PictureTest {

    @Autowired
    OwnPicture pictures;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    private Person person = new Person(PersonName.published("SATO Junichi"));

    @BeforeEach
    void aPerson() {
        person = persons.save(new Person(PersonName.published("SATO Junichi")));
    }

    @Test
    void aPictureIsServedToAnybodyAsAnImageAndNothingElse() throws Exception {
        var address = show();

        var answer = ask(address, "");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("image/jpeg");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.getHeader("Cache-Control")).contains("immutable").contains("public");
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        assertThat(answer.getContentAsByteArray()).startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void withoutItsKeyItIsAskedForAgainAndMostlyNotSentAgain() throws Exception {
        show();
        var first = ask("/people/" + person.code() + "/picture", "");
        assertThat(first.getHeader("Cache-Control")).contains("no-cache").doesNotContain("immutable");

        var again =
                ask("/people/" + person.code() + "/picture", java.util.Objects.requireNonNull(first.getHeader("ETag")));

        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    void anotherPictureHasAnotherAddressAndTheOldBytesAreGone() throws Exception {
        var before = show();
        var after = show();

        assertThat(after).isNotEqualTo(before);
        assertThat(pieces(before)).isZero();
        assertThat(pieces(after)).isPositive();
        assertThat(ask(before, "").getHeader("Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void aRemovedPictureIsGoneAndCanBePutBack() throws Exception {
        var address = show();
        var removed = Acting.as(person.id(), pictures::remove);
        assertThat(ask(address, "").getStatus()).isEqualTo(404);
        assertThat(pieces(address)).isZero();

        Acting.as(person.id(), () -> pictures.restore(removed));

        assertThat(ask("/people/" + person.code() + "/picture", "").getStatus()).isEqualTo(200);
    }

    @Test
    void whoHasNoPictureOrDoesNotExistHasNone() throws Exception {
        assertThat(ask("/people/" + person.code() + "/picture", "").getStatus()).isEqualTo(404);
        assertThat(ask("/people/000000/picture", "").getStatus()).isEqualTo(404);
        assertThat(ask("/people/" + "A".repeat(500) + "/picture", "").getStatus())
                .isEqualTo(404);
    }

    private String show() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "png", out);
        return Acting.as(person.id(), () -> pictures.show(out.toByteArray()));
    }

    private long pieces(String address) {
        return jdbc.sql("select count(*) from stored_piece where file_id = ?")
                .param(UUID.fromString(address.substring(address.indexOf("?v=") + 3)))
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse ask(String address, String tag) throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var request = get(address);
        return mvc.perform(tag.isEmpty() ? request : request.header("If-None-Match", tag))
                .andReturn()
                .getResponse();
    }
}
