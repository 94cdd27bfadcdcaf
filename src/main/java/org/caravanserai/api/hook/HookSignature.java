package org.caravanserai.api.hook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By what a program knows that a message is ours and of now: a hash, keyed with its secret, over time and body. */
final class HookSignature {

    private HookSignature() {}

    /** The headers of an attempt. */
    static Map<String, String> headers(HookDelivery delivery, String secret, byte[] body, Instant now) {
        var time = Long.toString(now.getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("Caravanserai-Event", delivery.event().id());
        headers.put("Caravanserai-Delivery", delivery.key().toString());
        headers.put("Caravanserai-Timestamp", time);
        headers.put("Caravanserai-Signature", "v1=" + of(secret, time, body));
        return headers;
    }

    /** HMAC-SHA256 over the time, a full stop and the body, in small hexadecimal letters. */
    static String of(String secret, String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
