package org.palimpsest.registry.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.registry.ModelException;
import org.palimpsest.tasks.Progress;

@Timeout(30)
class DownloadTest {
  private static final String TAG = "\"one\"";

  private final byte[] content = new byte[300_000];
  private final LocalServer server = new LocalServer();
  private final Download download = new Download(Duration.ofSeconds(10));
  private final Path folder;
  private final Path target;

  DownloadTest(@TempDir Path temporary) throws IOException {
    new Random(7).nextBytes(content);
    folder = temporary.resolve("downloads");
    target = folder.resolve("weights.bin");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFileComesWholeAndLeavesNothingBesideIt() throws Exception {
    server.file("/f", content, TAG);
    fetch("/f");
    assertThat(target).hasBinaryContent(content);
    assertThat(folder.toFile().list()).containsExactly("weights.bin");
    assertThat(server.asked(0, "Range")).isNull();
  }

  @Test
  void aFileThatIsThereIsNotAskedForAgain() throws Exception {
    server.file("/f", content, TAG);
    fetch("/f");
    fetch("/f");
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void anotherFileOfThatNameIsReplacedOnlyByTheRightOne() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(target, "something else");
    server.at("/f", exchange -> exchange.sendResponseHeaders(404, -1));
    refused("MOD-49", "/f");
    assertThat(target).hasContent("something else");
    server.file("/g", content, TAG);
    fetch("/g");
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void afterACutTheRestIsAskedForUnderTheSameMark() throws Exception {
    server.at("/f", exchange -> cut(exchange, 100_000));
    assertThat(refused("MOD-51", "/f"))
        .hasMessageContaining("100000 of 300000 bytes are kept")
        .hasMessageContaining("continues");
    assertThat(target).doesNotExist();
    assertThat(part()).hasSize(100_000);

    server.close();
    try (LocalServer again = new LocalServer()) {
      again.file("/f", content, TAG);
      // The mark belongs to the address, so a part from elsewhere goes on without it.
      download.fetch(remote(again.address("/f")), target, Progress.unwatched());
      assertThat(again.asked(0, "Range")).isEqualTo("bytes=100000-");
      assertThat(again.asked(0, "If-range")).isNull();
    }
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void theMarkOfTheFirstAnswerIsTheConditionOfTheRest() throws Exception {
    AtomicBoolean first = new AtomicBoolean(true);
    try (LocalServer one = new LocalServer()) {
      one.file("/whole", content, TAG);
      one.at(
          "/f",
          exchange -> {
            if (first.getAndSet(false)) {
              cut(exchange, 100_000);
            } else {
              rest(exchange, 100_000, content.length);
            }
          });
      assertThatThrownBy(() -> download.fetch(remote(one.address("/f")), target, unwatched()))
          .isInstanceOf(ModelException.class);
      download.fetch(remote(one.address("/f")), target, unwatched());
      assertThat(one.asked(1, "Range")).isEqualTo("bytes=100000-");
      assertThat(one.asked(1, "If-range")).isEqualTo(TAG);
    }
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aFileThatChangedOnTheServerIsFetchedAnew() throws Exception {
    AtomicBoolean first = new AtomicBoolean(true);
    server.at(
        "/f",
        exchange -> {
          if (first.getAndSet(false)) {
            exchange.getResponseHeaders().set("ETag", "\"old\"");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(new byte[100_000]);
            exchange.getResponseBody().flush();
          } else {
            LocalServer.answer(exchange, content, "\"new\"");
          }
        });
    refused("MOD-51", "/f");
    fetch("/f");
    assertThat(server.asked(1, "If-range")).isEqualTo("\"old\"");
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aServerThatKnowsNoRangesSendsEverythingAgain() throws Exception {
    leavePart(120_000);
    server.at(
        "/f",
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
        });
    fetch("/f");
    assertThat(target).hasBinaryContent(content);
    assertThat(server.asked(0, "Range")).isEqualTo("bytes=120000-");
  }

  @Test
  void aRestFromAnotherPlaceIsNotJoinedToThePart() throws Exception {
    leavePart(120_000);
    server.at(
        "/f",
        exchange -> {
          if (exchange.getRequestHeaders().containsKey("Range")) {
            rest(exchange, 50_000, content.length);
          } else {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
          }
        });
    fetch("/f");
    assertThat(target).hasBinaryContent(content);
    assertThat(server.requests).hasSize(2);
  }

  @Test
  void aPartThatTheServerCannotContinueIsFetchedAnew() throws Exception {
    leavePart(120_000);
    server.at(
        "/f",
        exchange -> {
          if (exchange.getRequestHeaders().containsKey("Range")) {
            exchange.sendResponseHeaders(416, -1);
          } else {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
          }
        });
    fetch("/f");
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aCompletePartNeedsNoServer() throws Exception {
    leavePart(content.length);
    fetch("/nothing-is-here");
    assertThat(target).hasBinaryContent(content);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aPartLargerThanTheFileIsForgotten() throws Exception {
    Files.createDirectories(folder);
    Files.write(part(), new byte[content.length + 1]);
    server.file("/f", content, TAG);
    fetch("/f");
    assertThat(target).hasBinaryContent(content);
    assertThat(server.asked(0, "Range")).isNull();
  }

  @Test
  void contentWithAnotherDigestIsDeletedAndBothDigestsAreNamed() {
    byte[] other = content.clone();
    other[5] ^= 1;
    server.file("/f", other, TAG);
    assertThat(refused("MOD-47", "/f"))
        .hasMessageContaining(Sha256.of(other).hex())
        .hasMessageContaining(Sha256.of(content).hex());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBodyThatEndsEarlyIsKeptAndContinued() throws Exception {
    server.at(
        "/f",
        exchange -> {
          int from = exchange.getRequestHeaders().containsKey("Range") ? 200_000 : 0;
          if (from > 0) {
            rest(exchange, from, content.length);
          } else {
            // Without a length the end is only seen by counting.
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content, 0, 200_000);
          }
        });
    assertThat(refused("MOD-51", "/f")).hasMessageContaining("The server ended early: 200000 of");
    fetch("/f");
    assertThat(target).hasBinaryContent(content);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 299_999, 300_001})
  void aLengthOtherThanTheCataloguesIsRefusedBeforeAnythingIsTaken(int length) {
    server.at(
        "/f",
        exchange -> {
          exchange.sendResponseHeaders(200, length);
          exchange.getResponseBody().write(Arrays.copyOf(content, length));
        });
    assertThat(refused("MOD-50", "/f"))
        .hasMessageContaining("announces %d bytes".formatted(length))
        .hasMessageContaining("the catalogue has 300000");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBodyWithoutEndIsCutOffAtTheSizeOfTheCatalogue() {
    AtomicBoolean stopped = new AtomicBoolean();
    server.at(
        "/f",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try {
            while (!stopped.get()) {
              exchange.getResponseBody().write(content);
            }
          } finally {
            stopped.set(true);
          }
        });
    assertThat(refused("MOD-50", "/f"))
        .hasMessageContaining("sends more of")
        .hasMessageContaining("than the 300000 bytes");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void redirectsOnThisMachineAreFollowed() throws Exception {
    server.at("/a", exchange -> redirect(exchange, 302, "/b"));
    server.at("/b", exchange -> redirect(exchange, 308, server.address("/f").toString()));
    server.file("/f", content, TAG);
    fetch("/a");
    assertThat(target).hasBinaryContent(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/f",
        "http://127.0.0.1.example.org/f",
        "ftp://127.0.0.1/f",
        "file:///etc/passwd",
        "https://user:word@example.org/f"
      })
  void redirectsToUnencryptedOrOtherAddressesAreRefused(String location) {
    server.at("/f", exchange -> redirect(exchange, 301, location));
    assertThat(refused("MOD-41", "/f")).hasMessageContaining("only https addresses");
  }

  @Test
  void aServerElsewhereMayNotLeadToThisMachine() {
    Addresses elsewhere = new Addresses(URI.create("https://example.org/f"));
    assertThatThrownBy(() -> elsewhere.check(server.address("/f")))
        .isInstanceOf(ModelException.class);
  }

  @Test
  void anUnencryptedAddressElsewhereIsNotAsked() {
    assertThatThrownBy(
            () -> download.fetch(remote(URI.create("http://example.org/f")), target, unwatched()))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-41"));
  }

  @Test
  void redirectsInACircleEnd() {
    server.at("/f", exchange -> redirect(exchange, 302, "/f"));
    assertThat(refused("MOD-43", "/f")).hasMessageContaining("leads on more than 5 times");
    assertThat(server.requests).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 500})
  void aRefusalIsNamedByItsNumber(int status) {
    server.at("/f", exchange -> exchange.sendResponseHeaders(status, -1));
    assertThat(refused("MOD-49", "/f")).hasMessageContaining("answered " + status);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    server.close();
    assertThat(refused("MOD-45", "/f")).hasMessage("There is no connection to 127.0.0.1.");
  }

  @Test
  void aServerThatFallsSilentIsLeftAndThePartIsKept() {
    Download hasty = new Download(Duration.ofMillis(700));
    server.at("/f", exchange -> silent(exchange, 100_000));
    assertThatThrownBy(() -> hasty.fetch(remote(server.address("/f")), target, unwatched()))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-51"))
        .hasMessageStartingWith("The server fell silent: 100000 of 300000 bytes are kept");
    assertThat(part()).hasSize(100_000);
  }

  @Test
  void cancellingDuringASilenceKeepsThePart() {
    AtomicBoolean cancelled = new AtomicBoolean();
    server.at("/f", exchange -> silent(exchange, 100_000));
    Progress progress =
        new Progress() {
          @Override
          public void report(long done, long total, String message) {
            cancelled.set(done == 100_000);
          }

          @Override
          public boolean isCancelled() {
            return cancelled.get();
          }
        };
    assertThatThrownBy(() -> download.fetch(remote(server.address("/f")), target, progress))
        .hasMessageStartingWith("Stopped: 100000 of 300000 bytes are kept");
    assertThat(part()).hasSize(100_000);
  }

  @Test
  void twoRunsDoNotWriteIntoOnePart() throws Exception {
    Files.createDirectories(folder);
    server.file("/f", content, TAG);
    try (PartFile held = PartFile.open(target)) {
      assertThat(held.size()).isZero();
      assertThat(refused("MOD-42", "/f")).hasMessageContaining("Another run is fetching");
    }
    fetch("/f");
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsAnError() throws Exception {
    HttpsServer https = HttpsServer.create();
    https.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
    try (LocalServer own = new LocalServer(https)) {
      own.file("/f", content, TAG);
      URI address = URI.create("https://localhost:%d/f".formatted(own.port()));
      assertThatThrownBy(() -> download.fetch(remote(address), target, unwatched()))
          .isInstanceOfSatisfying(
              ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-44"))
          .hasMessageStartingWith("There is no trusted connection to localhost: ");
      assertThat(own.requests).isEmpty();
    }
    assertThat(target).doesNotExist();
  }

  private static SSLContext selfSigned(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "test",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void cut(HttpExchange exchange, int after) throws IOException {
    exchange.getResponseHeaders().set("ETag", TAG);
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content, 0, after);
    exchange.getResponseBody().flush();
  }

  private void rest(HttpExchange exchange, int from, int size) throws IOException {
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(from, size - 1, size));
    exchange.sendResponseHeaders(206, size - from);
    exchange.getResponseBody().write(content, from, size - from);
  }

  private void silent(HttpExchange exchange, int after) throws IOException {
    cut(exchange, after);
    try {
      Thread.sleep(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void redirect(HttpExchange exchange, int status, String location)
      throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    exchange.sendResponseHeaders(status, -1);
  }

  private void leavePart(int bytes) throws IOException {
    Files.createDirectories(folder);
    Files.write(part(), Arrays.copyOf(content, bytes));
  }

  private Path part() {
    return folder.resolve("weights.bin.part");
  }

  private Remote remote(URI address) {
    return new Remote(address, content.length, Sha256.of(content));
  }

  private void fetch(String path) throws ModelException {
    download.fetch(remote(server.address(path)), target, unwatched());
  }

  private ModelException refused(String code, String path) {
    try {
      fetch(path);
    } catch (ModelException e) {
      assertThat(e.code()).as(String.valueOf(e.getMessage())).isEqualTo(code);
      return e;
    }
    throw new AssertionError("The file came");
  }

  private static Progress unwatched() {
    return Progress.unwatched();
  }
}
