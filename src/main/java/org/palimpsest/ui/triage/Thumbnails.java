package org.palimpsest.ui.triage;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.tasks.BackgroundPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small pictures of a case, loaded behind the list. What was asked for last is loaded first and
 * what nobody waits for any more not at all, so that fast scrolling loads what it stops at. Keeps
 * the latest up to a number of bytes. Used by the thread that owns the window.
 */
final class Thumbnails {
  private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
  private static final int BYTES_OF_A_PIXEL = 4;

  private final CaseFile file;
  private final BackgroundPool pool;
  private final Consumer<Runnable> window;
  private final long limit;
  private final LinkedHashMap<Long, Image> kept = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Long, Map<Object, Consumer<Image>>> waiting = new HashMap<>();
  private final Deque<Long> asked = new ArrayDeque<>();
  private long bytes;

  /**
   * No pictures yet.
   *
   * @param limit bytes of pixels that are kept at most
   */
  Thumbnails(CaseFile file, BackgroundPool pool, Consumer<Runnable> window, long limit) {
    this.file = file;
    this.pool = pool;
    this.window = window;
    this.limit = limit;
  }

  /**
   * The picture of an exhibit if it is here; otherwise it is loaded and handed over.
   *
   * @param asker who waits; waits for one picture at a time
   */
  Optional<Image> get(long id, Object asker, Consumer<Image> later) {
    Image here = kept.get(id);
    if (here != null) {
      return Optional.of(here);
    }
    Map<Object, Consumer<Image>> askers = waiting.get(id);
    if (askers == null) {
      waiting.put(id, new HashMap<>(Map.of(asker, later)));
      synchronized (asked) {
        asked.push(id);
      }
      var unused =
          pool.submit(
              () -> {
                loadLatest();
                return null;
              });
    } else {
      askers.put(asker, later);
    }
    return Optional.empty();
  }

  /** Says that somebody no longer waits for a picture. */
  void forget(long id, Object asker) {
    Map<Object, Consumer<Image>> askers = waiting.get(id);
    if (askers != null) {
      askers.remove(asker);
      if (askers.isEmpty()) {
        waiting.remove(id);
        synchronized (asked) {
          asked.remove(id);
        }
      }
    }
  }

  long bytes() {
    return bytes;
  }

  /** Loads what was asked for last, on a thread of the pool. */
  private void loadLatest() {
    Long id;
    synchronized (asked) {
      id = asked.poll();
    }
    if (id != null) {
      Optional<Image> image = load(id);
      window.accept(() -> arrive(id, image));
    }
  }

  private Optional<Image> load(long id) {
    try {
      return file.exhibits()
          .thumbnail(id)
          .map(jpeg -> new Image(new ByteArrayInputStream(jpeg)))
          .filter(image -> !image.isError());
    } catch (CaseException e) {
      LOG.debug("No thumbnail of exhibit {}", id, e); // the row itself says what is wrong
      return Optional.empty();
    }
  }

  private void arrive(long id, Optional<Image> image) {
    Map<Object, Consumer<Image>> askers = waiting.remove(id);
    image.ifPresent(
        picture -> {
          keep(id, picture);
          if (askers != null) {
            askers.values().forEach(asker -> asker.accept(picture));
          }
        });
  }

  private void keep(long id, Image image) {
    if (kept.put(id, image) == null) {
      bytes += size(image);
    }
    var oldest = kept.entrySet().iterator();
    while (bytes > limit && kept.size() > 1) {
      bytes -= size(oldest.next().getValue());
      oldest.remove();
    }
  }

  private static long size(Image image) {
    return Math.round(image.getWidth() * image.getHeight()) * BYTES_OF_A_PIXEL;
  }
}
