package org.caravanserai.platform.outside;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.caravanserai.text.Refusal;

/**
 * Asks addresses that people gave. Every address must be encrypted and lead to the public network alone, unless whoever runs
 * the application opened it ({@link OutsideProperties}); its name is looked up once, and what it leads to at that moment is
 * what is connected to, so that nothing can lead elsewhere between the check and the connection. No proxy stands between.
 *
 * <p>What may not be asked is refused ({@link Refusal}, under the field {@code address}); what gave no answer that could be
 * read is an {@link OutsideFailure}. An answer of any status is an answer. Calls block until the end or the limit: make none
 * within a transaction.
 */
public class Outside {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 3;
    private static final Duration TIME_FOR_A_NAME = Duration.ofSeconds(5);

    private final Allowance allowance;
    private final Names names;
    private final Wires wires;

    Outside(Allowance allowance, Names names, Wires wires) {
        this.allowance = allowance;
        this.names = names;
        this.wires = wires;
    }

    /**
     * An address that was typed, if it may be asked as things stand now; for forms, so that people hear it at once.
     *
     * @throws Refusal if it is no address, or may not be asked, or its name is not known
     */
    public OutsideAddress address(String text) {
        var address = OutsideAddress.of(text);
        within(TIME_FOR_A_NAME, new Line(), () -> networksOf(address));
        return address;
    }

    /**
     * Reads what an address holds. Up to three redirects are followed, each checked like the first address.
     *
     * @param seen what is known of it already; if that is its state still, the answer is {@link OutsideAnswer#unchanged()}
     * @param limits a longer body is a failure
     */
    public OutsideAnswer get(OutsideAddress address, OutsideSeen seen, OutsideLimits limits) {
        return ask(address, OutsideRequest.get(seen), limits);
    }

    /**
     * Sends bytes to an address. No redirect is followed.
     *
     * @param headers headers beside those that HTTP needs, {@code Content-Type} for one
     * @param limits a longer body of the answer is cut
     */
    public OutsideAnswer post(OutsideAddress address, Map<String, String> headers, byte[] body, OutsideLimits limits) {
        return ask(address, OutsideRequest.post(headers, body), limits);
    }

    private OutsideAnswer ask(OutsideAddress address, OutsideRequest request, OutsideLimits limits) {
        var line = new Line();
        return within(limits.time(), line, () -> {
            var at = address;
            for (int hop = 0; ; hop++) {
                var answer = once(at, request, limits, line);
                var location = answer.header("location");
                if (!request.follows() || !REDIRECTS.contains(answer.status()) || location.isEmpty()) {
                    return answer;
                }
                if (hop == MOST_REDIRECTS) {
                    throw new OutsideFailure("outside.failed.redirects", MOST_REDIRECTS);
                }
                at = at.towards(location.get());
            }
        });
    }

    private OutsideAnswer once(OutsideAddress address, OutsideRequest request, OutsideLimits limits, Line line)
            throws IOException {
        try (var socket = connect(address, networksOf(address), limits.time(), line)) {
            return Exchange.of(socket, address, request, limits.bytes());
        }
    }

    private Socket connect(OutsideAddress address, List<InetAddress> networks, Duration time, Line line)
            throws IOException {
        IOException last = new ConnectException();
        for (var network : networks) {
            try {
                var socket = line.hold(wires.connect(network, address.port(), time));
                return address.encrypted() ? wires.encrypt(socket, address) : socket;
            } catch (SSLException e) {
                throw e;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private List<InetAddress> networksOf(OutsideAddress address) throws UnknownHostException {
        var listed = allowance.lists(address);
        if (!listed && !address.encrypted()) {
            throw Refusal.at("address", "outside.refused.scheme");
        }
        if (!listed && address.port() != 443 && address.port() != 80 && address.port() < 1024) {
            throw Refusal.at("address", "outside.refused.port", String.valueOf(address.port()));
        }
        var networks = names.addressesOf(address.name());
        if (!listed && !networks.stream().allMatch(Networks::isPublic)) {
            throw Refusal.at("address", "outside.refused.private", address.host());
        }
        return networks;
    }

    private static <T> T within(Duration time, Line line, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().name("outside").start(task);
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw slow(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw slow(time);
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e), time);
        } finally {
            line.close();
        }
    }

    private static RuntimeException failure(Throwable cause, Duration time) {
        return switch (cause) {
            case Refusal refusal -> refusal;
            case UnknownHostException _ -> new OutsideFailure("outside.failed.name");
            case Exchange.TooBig _ -> new OutsideFailure("outside.failed.big");
            case SocketTimeoutException _ -> slow(time);
            case SSLException _ -> new OutsideFailure("outside.failed.certificate");
            case ProtocolException _ -> new OutsideFailure("outside.failed.answer");
            case IOException _ -> new OutsideFailure("outside.failed.unreachable");
            default -> new IllegalStateException(cause);
        };
    }

    private static OutsideFailure slow(Duration time) {
        return new OutsideFailure("outside.failed.slow", time.toSeconds());
    }

    /** The connection that is open at the moment: whoever waits no longer cuts it. */
    private static final class Line {

        private Socket socket = new Socket();
        private boolean cut;

        synchronized Socket hold(Socket next) throws IOException {
            socket = next;
            if (cut) {
                next.close();
            }
            return next;
        }

        synchronized void close() {
            cut = true;
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more either way.
                cut = true;
            }
        }
    }
}
