package org.caravanserai.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages leave. The mail server itself is set with {@code spring.mail.*}; without {@code spring.mail.host} messages
 * are kept and read in the application.
 *
 * @param from the address that messages come from
 * @param senderName the name beside it
 * @param replyTo the address that answers go to; empty for the one they come from
 * @param domain what stands behind the @ in Message-IDs
 */
@Validated
@ConfigurationProperties("caravanserai.mail")
public record MailProperties(
        @DefaultValue("no-reply@localhost.localdomain") @NotBlank @Email
        String from,

        @DefaultValue("Caravanserai") @NotBlank @Pattern(regexp = "[^\\p{Cntrl}]*")
        String senderName,

        @DefaultValue("") @Email String replyTo,

        @DefaultValue("localhost.localdomain") @Pattern(regexp = "[A-Za-z0-9.-]+")
        String domain) {}
