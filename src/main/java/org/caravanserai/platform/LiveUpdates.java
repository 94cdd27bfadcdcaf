package org.caravanserai.platform;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells open views that something they show has changed. The database is the truth; a message only says where to look,
 * and it leaves after the transaction that caused it has committed. A channel is an object's kind and key.
 */
@Component
public class LiveUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    private final ConcurrentHashMap<Channel, List<Consumer<Object>>> listeners = new ConcurrentHashMap<>();

    /**
     * Where messages go.
     *
     * @param kind what the key belongs to, such as {@code agenda}
     * @param key the object's key
     */
    public record Channel(String kind, UUID key) {}

    /** What ends a subscription. */
    public interface Subscription {

        /** Ends it; more than once does no harm. */
        void end();
    }

    /** Sends a message to whoever listens, after the current transaction has committed; at once if there is none. */
    public void send(Channel channel, Object message) {
        AfterCommit.run(() -> deliver(channel, message));
    }

    /** Sends a message at once: for whoever knows that its cause has committed, such as what runs after a commit. */
    public void tell(Channel channel, Object message) {
        deliver(channel, message);
    }

    /** Listens until the subscription ends. The listener runs on the sender's thread and must not take long. */
    public Subscription listen(Channel channel, Consumer<Object> listener) {
        listeners.computeIfAbsent(channel, c -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.computeIfPresent(channel, (c, list) -> {
            list.remove(listener);
            return list.isEmpty() ? null : list;
        });
    }

    /** The keys of the channels of this kind on which somebody in this process listens now. */
    public Set<UUID> listened(String kind) {
        return listeners.keySet().stream()
                .filter(channel -> channel.kind().equals(kind))
                .map(Channel::key)
                .collect(Collectors.toSet());
    }

    private void deliver(Channel channel, Object message) {
        for (var listener : listeners.getOrDefault(channel, List.of())) {
            try {
                listener.accept(message);
            } catch (RuntimeException e) {
                // One view that fails must not keep the others from hearing.
                LOG.warn("A listener on {} failed", channel, e);
            }
        }
    }
}
