package id.kentongan.desk.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server of a few lines: takes everything, keeps it, forgets nothing. */
public final class TrialMailbox implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    private TrialMailbox(ServerSocket socket) {
        this.socket = socket;
    }

    public static TrialMailbox open() throws IOException {
        TrialMailbox mailbox = new TrialMailbox(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(mailbox::serve, "trial-mailbox");
        thread.setDaemon(true);
        thread.start();
        return mailbox;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<String> mails() {
        return List.copyOf(mails);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept();
                    BufferedReader in =
                            new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                    PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                talk(in, out);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(BufferedReader in, PrintWriter out) throws IOException {
        StringBuilder mail = new StringBuilder();
        out.print("220 trial\r\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = "250 ok";
            if (line.startsWith("RCPT")) {
                mail.append(line).append('\n');
            } else if (line.equals("DATA")) {
                out.print("354 go on\r\n");
                out.flush();
                for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                    mail.append(text).append('\n');
                }
                mails.add(mail.toString());
            } else if (line.equals("QUIT")) {
                answer = "221 bye";
            }
            out.print(answer + "\r\n");
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
