package id.kentongan.allinone.parts;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether anything listens: the cheap question before the real one. */
final class Listening {
    private Listening() {}

    /** At an address such as {@code 127.0.0.1:19092}. */
    static boolean at(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
