package org.caravanserai.platform.outside;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are of the public network: those that IANA's registries of special-purpose addresses (RFC 6890) do not
 * set apart, and that are not this machine's own.
 */
final class Networks {

    private static final List<Block> SPECIAL_4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // Azure's inner address lies among the public ones.
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    private static final List<Block> PUBLIC_6 = blocks("2000::/3");

    /** Within the public block: protocols, Teredo and 6to4, which hide IPv4 addresses, and documentation. */
    private static final List<Block> SPECIAL_6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private Networks() {}

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        var ordinary = address instanceof Inet4Address
                ? SPECIAL_4.stream().noneMatch(block -> block.has(bytes))
                : PUBLIC_6.stream().anyMatch(block -> block.has(bytes))
                        && SPECIAL_6.stream().noneMatch(block -> block.has(bytes));
        return ordinary && !isOwn(address);
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    private static List<Block> blocks(String... written) {
        return Stream.of(written).map(Block::of).toList();
    }

    private record Block(InetAddress first, int bits) {

        static Block of(String written) {
            int slash = written.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(written.substring(0, slash)), Integer.parseInt(written.substring(slash + 1)));
        }

        boolean has(byte[] address) {
            var start = first.getAddress();
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if ((start[i / 8] & mask) != (address[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
