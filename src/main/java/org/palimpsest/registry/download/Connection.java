package org.palimpsest.registry.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.palimpsest.registry.ModelException;

/**
 * Asks a server for a file, following where it leads as far as {@link Addresses} allow. Nothing is
 * sent but the address and the range.
 */
final class Connection implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;

  private final HttpClient client;
  private final Addresses addresses;
  private final Duration patience;

  /**
   * A client for one download.
   *
   * @param patience how long a server may take to answer
   */
  Connection(URI origin, Duration patience) {
    this.addresses = new Addresses(origin);
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  HttpClient client() {
    return client;
  }

  /**
   * The answer at the end of all redirects.
   *
   * @param from first byte wanted; 0: the whole file
   * @param mark version that the bytes must be of; null: any
   * @throws ModelException if there is no connection, or one that may not be used
   */
  Answer ask(long from, @Nullable String mark) throws ModelException {
    URI address = addresses.origin();
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      addresses.check(address);
      HttpResponse<InputStream> response = send(request(address, from, mark), address);
      Optional<String> next = next(response);
      if (next.isEmpty()) {
        return new Answer(response);
      }
      close(response);
      address = resolved(address, next.get());
    }
    throw new ModelException(
        "MOD-43", "%s leads on more than %d times.".formatted(addresses.origin(), MOST_REDIRECTS));
  }

  private HttpRequest request(URI address, long from, @Nullable String mark) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(patience).header("Accept-Encoding", "identity");
    if (from > 0) {
      request.header("Range", "bytes=%d-".formatted(from));
      if (mark != null) {
        request.header("If-Range", mark);
      }
    }
    return request.build();
  }

  private HttpResponse<InputStream> send(HttpRequest request, URI address) throws ModelException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (SSLException e) {
      throw new ModelException(
          "MOD-44",
          "There is no trusted connection to %s: %s.".formatted(address.getHost(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new ModelException(
          "MOD-45", "There is no connection to %s.".formatted(address.getHost()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("MOD-45", "The connection was given up.", e);
    }
  }

  private static Optional<String> next(HttpResponse<InputStream> response) {
    return switch (response.statusCode()) {
      case 301, 302, 303, 307, 308 -> response.headers().firstValue("Location");
      default -> Optional.empty();
    };
  }

  private static URI resolved(URI from, String location) throws ModelException {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new ModelException("MOD-43", "%s leads nowhere.".formatted(from), e);
    }
  }

  /** Drops the rest of an answer. */
  static void close(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException e) {
      // It is not wanted, so how it ends does not matter.
    }
  }

  /** Ends what is under way; an orderly end would wait for a body without end. */
  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
