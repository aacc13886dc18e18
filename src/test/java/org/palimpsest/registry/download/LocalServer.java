package org.palimpsest.registry.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server on this machine that answers as it is told and remembers what it was asked. */
public final class LocalServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** The headers of each request, in order. */
  public final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();

  public LocalServer() throws IOException {
    this(HttpServer.create());
  }

  public LocalServer(HttpServer server) throws IOException {
    this.server = server;
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(port(), path));
  }

  public void at(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          requests.add(Map.copyOf(exchange.getRequestHeaders()));
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  /** A well-behaved file with ranges and a strong entity tag. */
  public void file(String path, byte[] content, String tag) {
    at(path, exchange -> answer(exchange, content, tag));
  }

  static void answer(HttpExchange exchange, byte[] content, String tag) throws IOException {
    exchange.getResponseHeaders().set("ETag", tag);
    String range = exchange.getRequestHeaders().getFirst("Range");
    String condition = exchange.getRequestHeaders().getFirst("If-Range");
    if (range == null || (condition != null && !condition.equals(tag))) {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
      return;
    }
    int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    exchange.sendResponseHeaders(206, content.length - from);
    exchange.getResponseBody().write(content, from, content.length - from);
  }

  /** A header of the request with that number, from 0. */
  public @Nullable String asked(int request, String header) {
    List<String> values = requests.get(request).get(header);
    return values == null ? null : values.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
