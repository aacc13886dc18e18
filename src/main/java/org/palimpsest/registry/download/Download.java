package org.palimpsest.registry.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.registry.ModelException;
import org.palimpsest.tasks.Progress;

/**
 * Fetches a file whose size and digest are known. What has come stays when the way is interrupted,
 * and the next call goes on from there; the file gets its name after its digest was found right.
 */
public final class Download {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BUFFER = 1 << 16;

  private final Duration patience;

  /** Waits a minute for a server that has fallen silent. */
  public Download() {
    this(PATIENCE);
  }

  /**
   * @param patience how long a server may say nothing
   */
  Download(Duration patience) {
    this.patience = patience;
  }

  /**
   * Fetches, or goes on fetching.
   *
   * @param target where the file goes; its folder is made if need be
   * @param progress told the bytes that are there; cancelled, the part is kept
   * @throws ModelException if the file is not there in the end
   */
  public void fetch(Remote remote, Path target, Progress progress) throws ModelException {
    try {
      if (isThere(remote, target)) {
        return;
      }
      Files.createDirectories(target.toAbsolutePath().getParent());
      try (PartFile part = PartFile.open(target)) {
        fetch(remote, target, part, progress);
      }
    } catch (IOException e) {
      throw new ModelException("MOD-46", "%s cannot be written.".formatted(target), e);
    }
  }

  private static boolean isThere(Remote remote, Path target) throws IOException {
    return Files.isRegularFile(target)
        && Files.size(target) == remote.size()
        && Sha256.of(target).equals(remote.sha256());
  }

  private void fetch(Remote remote, Path target, PartFile part, Progress progress)
      throws IOException, ModelException {
    if (part.size() > remote.size()) {
      part.discard();
    }
    if (part.size() < remote.size()) {
      requireRoom(target, remote.size() - part.size());
      try (Connection connection = new Connection(remote.address(), patience);
          Watch watch = new Watch(connection.client(), patience, progress)) {
        new Transfer(remote, part, connection, watch, progress).run();
      } finally {
        part.force();
      }
    }
    progress.report(part.size(), remote.size(), "SHA-256");
    Sha256 found = part.digest();
    if (!found.equals(remote.sha256())) {
      part.discard();
      throw new ModelException(
          "MOD-47",
          "What came from %s is not the file of the catalogue and was deleted: SHA-256 %s, expected %s."
              .formatted(remote.address(), found, remote.sha256()));
    }
    part.complete();
  }

  private static void requireRoom(Path target, long bytes) throws IOException, ModelException {
    Path folder = target.toAbsolutePath().getParent();
    long room = Files.getFileStore(folder).getUsableSpace();
    if (room < bytes) {
      throw new ModelException(
          "MOD-48",
          "%s has room for %d MB, and %d MB are to come."
              .formatted(folder, room / 1_000_000, bytes / 1_000_000));
    }
  }

  /** One exchange with the server. */
  private record Transfer(
      Remote remote, PartFile part, Connection connection, Watch watch, Progress progress) {
    void run() throws IOException, ModelException {
      Answer answer = begun();
      try (InputStream body = answer.response().body()) {
        receive(body);
      }
      if (part.size() < remote.size()) {
        throw interrupted("The server ended early", null);
      }
    }

    /** An answer whose body continues the part. */
    private Answer begun() throws IOException, ModelException {
      String address = remote.address().toString();
      long there = part.size();
      Answer answer = ask(there, part.mark(address).orElse(null));
      boolean rest = there > 0 && answer.isRest(there, remote.size());
      if (there > 0 && !rest && !answer.isWhole()) {
        // The part is of no use to this server.
        Connection.close(answer.response());
        there = 0;
        answer = ask(0, null);
      }
      if (!rest && !answer.isWhole()) {
        Connection.close(answer.response());
        throw new ModelException(
            "MOD-49",
            "The server answered %d for %s."
                .formatted(answer.response().statusCode(), remote.address()));
      }
      long expected = rest ? remote.size() - there : remote.size();
      if (answer.length().orElse(expected) != expected) {
        Connection.close(answer.response());
        throw new ModelException(
            "MOD-50",
            "The server announces %d bytes of %s where the catalogue has %d."
                .formatted(answer.length().getAsLong(), remote.address(), expected));
      }
      if (!rest) {
        part.restart(address, answer.mark().orElse(null));
      }
      return answer;
    }

    private Answer ask(long from, @Nullable String mark) throws ModelException, IOException {
      try {
        Answer answer = connection.ask(from, mark);
        watch.sign();
        return answer;
      } catch (ModelException e) {
        if (progress.isCancelled()) {
          throw interrupted("Stopped", e);
        }
        throw e;
      }
    }

    private void receive(InputStream body) throws IOException, ModelException {
      byte[] buffer = new byte[BUFFER];
      long there = part.size();
      for (int read = next(body, buffer); read >= 0; read = next(body, buffer)) {
        if (there + read > remote.size()) {
          part.discard();
          throw new ModelException(
              "MOD-50",
              "The server sends more of %s than the %d bytes of the catalogue; what came was"
                      .formatted(remote.address(), remote.size())
                  + " deleted.");
        }
        part.append(buffer, read);
        there += read;
        watch.sign();
        progress.report(there, remote.size(), remote.address().getHost());
      }
    }

    private int next(InputStream body, byte[] buffer) throws IOException, ModelException {
      if (progress.isCancelled()) {
        throw interrupted("Stopped", null);
      }
      try {
        return body.read(buffer);
      } catch (IOException e) {
        if (progress.isCancelled()) {
          throw interrupted("Stopped", e);
        }
        throw interrupted(watch.isSilent() ? "The server fell silent" : "The connection broke", e);
      }
    }

    private ModelException interrupted(String what, @Nullable Exception cause) throws IOException {
      return new ModelException(
          "MOD-51",
          "%s: %d of %d bytes are kept, the same command continues."
              .formatted(what, part.size(), remote.size()),
          cause);
    }
  }
}
