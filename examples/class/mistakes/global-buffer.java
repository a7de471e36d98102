import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;

public class EchoServer {
    static final byte[] PREFIX = "Echo: ".getBytes(StandardCharsets.UTF_8);
    static byte[] buffer = new byte[8192];

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"))) {
            while (true) {
                Socket client = server.accept();
                new Thread(() -> serve(client)).start();
            }
        }
    }

    static void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = new BufferedOutputStream(client.getOutputStream());
            int length;
            while ((length = in.read(buffer)) != -1) {
                System.out.println(LocalTime.now() + " " + client.getPort() + " sent " + length + " bytes");
                out.write(PREFIX);
                out.write(buffer, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            System.out.println("a client left: " + e.getMessage());
        }
    }
}
