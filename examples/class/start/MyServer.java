import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An echo server, to be finished. What it must do: ../assignment.md */
public class MyServer {
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        try (ServerSocket server = new ServerSocket(port, 128, InetAddress.getByName("127.0.0.1"))) {
            while (true) {
                Socket client = server.accept();
                // To do, level concurrent: meanwhile, the next client must be accepted.
                try (client) {
                    serve(client);
                }
            }
        }
    }

    /** Answers what one client sends, until it leaves. */
    static void serve(Socket client) throws IOException {
        // To do, level basic: read, and reply "Echo: " and what was read; again, until the client closes.
    }
}
