package org.palimpsest.cli;

import java.util.List;
import java.util.Locale;
import org.palimpsest.vision.Benchmark.Timing;
import org.palimpsest.vision.MachineFacts;
import org.palimpsest.vision.Quartiles;

/**
 * A measurement as people and programs read it.
 *
 * @param network name of the model or size
 */
record BenchTable(
    String network,
    String device,
    int batch,
    int repetitions,
    List<Timing> timings,
    MachineFacts machine) {
  /** Lines for a terminal; seconds with the middle half of the repetitions in brackets. */
  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "network       %s, %d per pass, on %s", network, batch, device);
    line(
        text,
        "machine       %s, %d processors, %s, Java %s",
        machine.processor(),
        machine.processors(),
        machine.system(),
        machine.java());
    line(text, "engine        PyTorch %s, %d threads", machine.engine(), machine.threads());
    if (machine.peakBytes() > 0) {
      line(text, "peak memory   %.2f GB resident, all ways together", machine.peakBytes() * 1e-9);
    }
    line(text, "");
    line(text, "%-30s %28s %8s", "way", "seconds per image", "ratio");
    for (Timing timing : timings) {
      Quartiles seconds = timing.secondsPerImage();
      line(
          text,
          "%-30s %9.3f (%.3f to %.3f) %8.2f",
          timing.way().words(),
          seconds.median(),
          seconds.lower(),
          seconds.upper(),
          timing.speedup());
    }
    line(
        text,
        "Medians of %d repetitions in turns, middle half in brackets; ratio: times as fast as the"
            + " first way.",
        repetitions);
    return text.toString();
  }

  /** The same as a JSON object; the key of a way is its name in lower case. */
  String json() {
    StringBuilder text = new StringBuilder("{\n");
    line(text, "  \"network\": %s,", quoted(network));
    line(text, "  \"device\": %s,", quoted(device));
    line(text, "  \"batch\": %d,", batch);
    line(text, "  \"repetitions\": %d,", repetitions);
    line(text, "  \"processor\": %s,", quoted(machine.processor()));
    line(text, "  \"processors\": %d,", machine.processors());
    line(text, "  \"system\": %s,", quoted(machine.system()));
    line(text, "  \"java\": %s,", quoted(machine.java()));
    line(text, "  \"engine\": %s,", quoted("PyTorch " + machine.engine()));
    line(text, "  \"threads\": %d,", machine.threads());
    line(text, "  \"peak_resident_bytes\": %d,", machine.peakBytes());
    text.append("  \"seconds_per_image\": {\n");
    for (int i = 0; i < timings.size(); i++) {
      Timing timing = timings.get(i);
      Quartiles seconds = timing.secondsPerImage();
      line(
          text,
          "    %s: {\"lower_quartile\": %.6f, \"median\": %.6f, \"upper_quartile\": %.6f,"
              + " \"ratio\": %.4f}%s",
          quoted(timing.way().name().toLowerCase(Locale.ROOT)),
          seconds.lower(),
          seconds.median(),
          seconds.upper(),
          timing.speedup(),
          i == timings.size() - 1 ? "" : ",");
    }
    return text.append("  }\n}\n").toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String quoted(String words) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(' ');
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
