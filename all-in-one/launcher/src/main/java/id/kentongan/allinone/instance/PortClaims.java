package id.kentongan.allinone.instance;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps other instances of Kentongan off the ports of this one, from the moment they are chosen and also while a part
 * is between two starts. A claim is the UDP port of the same number, which nobody else uses: it holds for all users of
 * the machine, and the system takes it back however the holder ends.
 */
public final class PortClaims implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final List<DatagramSocket> claimed = new ArrayList<>();

    /** Whether it is this instance's now: nobody listens there, and no other instance has claimed it. */
    public boolean claim(int number) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), number);
            DatagramSocket claim = new DatagramSocket(address);
            if (nobodyListensAt(address)) {
                claimed.add(claim);
                return true;
            }
            claim.close();
            return false;
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() {
        claimed.forEach(DatagramSocket::close);
        claimed.clear();
    }

    private static boolean nobodyListensAt(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
