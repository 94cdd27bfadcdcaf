package org.caravanserai.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs the end of an address in a mail, so that whoever has the mail may do one thing without signing in, and nobody can
 * make such an address up. A signature counts for one purpose alone; it is 128 bits of HMAC-SHA256 (RFC 2104, section 5) under
 * a key that all nodes of an installation share through the database.
 */
@Component
public class SignedLinks {

    private static final String NAME = "links";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Clock clock;
    private volatile byte @Nullable [] key;

    SignedLinks(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Signs what a link says.
     *
     * @param purpose what the link is for, such as {@code stop}
     * @param said letters, digits and hyphens
     * @return what stands in the address
     */
    public String sign(String purpose, String said) {
        return said + "." + signature(purpose, said);
    }

    /** What a link of this purpose says; empty if we did not sign it. */
    public Optional<String> read(String purpose, String signed) {
        int dot = signed.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var said = signed.substring(0, dot);
        var given = signed.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        var right = signature(purpose, said).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, right) ? Optional.of(said) : Optional.empty();
    }

    private String signature(String purpose, String said) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            var full = mac.doFinal((purpose + '\n' + said).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, SIGNATURE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        var known = key;
        if (known == null) {
            known = stored().orElseGet(this::made);
            key = known;
        }
        return known;
    }

    private Optional<byte[]> stored() {
        return jdbc.sql("select secret from signing_key where name = ?")
                .param(NAME)
                .query(String.class)
                .optional()
                .map(Base64.getUrlDecoder()::decode);
    }

    /** Of two nodes that make one at once, the second takes the first one's. */
    private byte[] made() {
        try {
            apart.executeWithoutResult(t -> jdbc.sql("insert into signing_key (name, secret, made_at) values (?, ?, ?)")
                    .params(NAME, Ids.secret(), clock.instant().atOffset(ZoneOffset.UTC))
                    .update());
        } catch (DuplicateKeyException raced) {
            return stored().orElseThrow();
        }
        return stored().orElseThrow();
    }
}
