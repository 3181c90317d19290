package io.adjudicator.api;

import static io.adjudicator.api.Records.claim;
import static io.adjudicator.api.Records.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adjudicator.access.Keys;
import io.adjudicator.access.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** PostgreSQL is killed and comes back, under a running service and in the middle of a batch. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "adjudicator.embedded.zeebe=false",
            "adjudicator.contracts-dir=src/test/contracts/api",
            "spring.datasource.hikari.connection-timeout=1000"
        })
class DatabaseAwayTest {

    private static final Path DIRECTORY = temporary();
    private static final int PORT = freePort();

    private static EmbeddedPostgres postgres = start();

    @LocalServerPort
    private int port;

    @Autowired
    private Keys keys;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void failsClearlyAndGoesOnWhenItIsBack() throws IOException {
        Http known = new Http(
                port,
                Optional.of(keys.create(Role.SERVICE, Optional.empty(), "test").text()));
        Http unknown = new Http(
                port,
                Optional.of(keys.create(Role.SERVICE, Optional.empty(), "test").text()));
        assertThat(known.postJson("/v1/claims", claim("acme", "before")).status())
                .isEqualTo(201);
        try (Socket socket = batch(known)) {
            send(socket, 1);
            readUntil(socket.getInputStream(), "\"line\":1000,");
            postgres.close();
            send(socket, 1_001);
            assertThat(readUntil(socket.getInputStream(), "\"resendAfterLine\""))
                    .contains("\"complete\":false,\"resendAfterLine\":1000")
                    .contains("/problems/database_unavailable");
        }
        for (Http.Reply reply : new Http.Reply[] {
            known.postJson("/v1/claims", claim("acme", "while")), known.get("/v1/windows"), unknown.get("/v1/windows")
        }) {
            assertThat(reply.status() + " " + reply.code()).isEqualTo("503 database_unavailable");
            assertThat(reply.header("Retry-After")).isEqualTo("5");
        }
        postgres = start();
        // The pool notices within its own pace that the database is back.
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        known.postJson("/v1/claims", claim("acme", "before")).status() == 200);
        assertThat(known.postJson("/v1/claims", claim("acme", "while")).status())
                .isEqualTo(201);
        String again = lines(1) + lines(1_001);
        assertThat(known.post("/v1/batches", "application/x-ndjson", again).text())
                .contains("\"summary\":{\"accepted\":1000,\"duplicate\":1000,\"rejected\":0,\"complete\":true}");
    }

    private Socket batch(Http caller) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("POST /v1/batches HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                + caller.key().orElseThrow()
                                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void send(Socket socket, int first) throws IOException {
        String lines = lines(first);
        OutputStream out = socket.getOutputStream();
        out.write((Integer.toHexString(lines.length()) + "\r\n" + lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String lines(int first) {
        return IntStream.range(first, first + 1_000)
                .mapToObj(number -> line("claim", claim("globex", "away-" + number)) + "\n")
                .collect(Collectors.joining());
    }

    private static String readUntil(InputStream in, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[8_192];
        while (read.indexOf(text) < 0 || read.charAt(read.length() - 1) != '\n') {
            int count = in.read(buffer);
            assertThat(count).as("the answer so far: %s", read).isPositive();
            read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return read.toString();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(PORT)
                    .setDataDirectory(DIRECTORY)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("database-away").resolve("postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
