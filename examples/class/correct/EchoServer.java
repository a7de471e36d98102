import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An echo server with one thread for each client. */
public class EchoServer {
    private static final byte[] PREFIX = "Echo: ".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST_MESSAGE = 65536;
    private static final int BACKLOG = 1024;

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[0]);
        try (var server = new ServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"))) {
            while (true) {
                try {
                    Socket client = server.accept();
                    new Thread(() -> echo(client)).start();
                } catch (IOException e) {
                    Thread.sleep(10); // Too many files are open: some client has to leave first.
                }
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            var in = client.getInputStream();
            var out = client.getOutputStream();
            // Messages are read to where they belong in the reply, so that each reply is one write and no copy.
            byte[] reply = Arrays.copyOf(PREFIX, PREFIX.length + LARGEST_MESSAGE);
            int length;
            while ((length = in.read(reply, PREFIX.length, LARGEST_MESSAGE)) != -1) {
                out.write(reply, 0, PREFIX.length + length);
            }
        } catch (IOException e) {
            // The connection broke; it alone ends.
        }
    }
}
