package org.palimpsest.training;

import java.nio.file.*;
import java.util.*;
import org.palimpsest.imaging.*;
import org.palimpsest.vision.maskclip.*;

class StepSpeed {
  public static void main(String[] a) throws Exception {
    int size = 512, b = Integer.parseInt(a[0]);
    byte[] rgb = new byte[size * size * 3];
    new Random(1).nextBytes(rgb);
    TrainingExample e =
        new TrainingExample(
            new RgbImage(size, size, rgb), Mask.empty(size, size), Mask.empty(size, size), false);
    TrainingPlan p =
        new TrainingPlan(
            MaskClipConfig.compact(),
            EnumSet.complementOf(EnumSet.of(ParameterGroup.STEM)),
            8,
            b,
            1e-3,
            0,
            1,
            .05,
            1);
    Path f = Files.createTempDirectory("x").resolve("c.safetensors");
    long[] t = {System.nanoTime()};
    new TrainingRun(
            p,
            n -> e,
            new TrainingCheckpoint(f),
            (s, r, x) -> {
              long n = System.nanoTime();
              System.out.println(s + " " + (n - t[0]) / 1000000 + " ms " + x);
              t[0] = n;
            })
        .run(Map.of(), org.palimpsest.tasks.Progress.unwatched());
    System.out.println(Files.size(f));
    long n = 0;
    for (Parameter q : MaskClipParameters.of(MaskClipConfig.compact())) n += q.size();
    System.out.println("params " + n);
  }
}
