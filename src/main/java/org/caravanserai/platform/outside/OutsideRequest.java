package org.caravanserai.platform.outside;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked: nothing in it can end a line before its time. */
record OutsideRequest(String method, Map<String, String> headers, byte[] body) {

    OutsideRequest {
        headers.forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9-]+") || !value.matches("[\\x20-\\x7e]*")) {
                throw new IllegalArgumentException("no header: " + name);
            }
        });
    }

    static OutsideRequest get(OutsideSeen seen) {
        var headers = new LinkedHashMap<String, String>();
        put(headers, "If-None-Match", seen.tag());
        put(headers, "If-Modified-Since", seen.modified());
        return new OutsideRequest("GET", headers, new byte[0]);
    }

    static OutsideRequest post(Map<String, String> headers, byte[] body) {
        return new OutsideRequest("POST", headers, body);
    }

    boolean follows() {
        return method.equals("GET");
    }

    /** Whether of a long answer the beginning is enough. */
    boolean cut() {
        return method.equals("POST");
    }

    byte[] bytes(OutsideAddress address) {
        var head = new StringBuilder();
        head.append(method).append(' ').append(address.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(address.authority()).append("\r\n");
        head.append("User-Agent: Caravanserai\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (method.equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** What others said of their state is given back only if it can be. */
    private static void put(Map<String, String> headers, String name, String value) {
        if (!value.isEmpty() && value.matches("[\\x20-\\x7e]*")) {
            headers.put(name, value);
        }
    }
}
